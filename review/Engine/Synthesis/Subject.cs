using Infra.Review.Model;

namespace Infra.Review.Engine.Synthesis;

/// <summary>A resource whose outputs are wanted, with what they are made of.</summary>
public sealed class Subject
{
    // Where providers keep the name of a thing, most telling first.
    private static readonly string[] NameProperties =
        ["name", "bucket", "identifier", "clusterIdentifier", "replicationGroupId", "clusterId", "keyName", "functionName", "repository", "domain"];

    // What has a name of its own beside that of the thing it belongs to.
    private static readonly Dictionary<string, string> OwnNames = new(StringComparer.Ordinal)
    {
        ["aws:rds/clusterInstance:ClusterInstance"] = "identifier",
        ["aws:docdb/clusterInstance:ClusterInstance"] = "identifier",
        ["aws:neptune/clusterInstance:ClusterInstance"] = "identifier",
        ["aws:rds/clusterEndpoint:ClusterEndpoint"] = "clusterEndpointIdentifier",
        ["aws:rds/globalCluster:GlobalCluster"] = "globalClusterIdentifier",
        ["aws:rds/proxyEndpoint:ProxyEndpoint"] = "dbProxyEndpointName",
        ["aws:elasticache/cluster:Cluster"] = "clusterId",
        ["aws:elasticache/user:User"] = "userId",
        ["aws:elasticache/userGroup:UserGroup"] = "userGroupId",
        ["aws:keyspaces/table:Table"] = "tableName",
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = "alarmName",
    };

    private readonly PreviewResource _resource;

    public Subject(PreviewResource resource, AwsPlace place)
    {
        (_resource, Place) = (resource, place);
        if (!resource.Inputs.Values.Any(value => value is PropertyValue.Secret)) return;
        var open = resource.Inputs.Where(input => input.Value is not PropertyValue.Secret);
        WithoutSecrets = new(resource with { Inputs = PropertyDictionary.Of(open) }, place);
    }

    public string Urn => _resource.Urn;
    public string Type => _resource.Type;
    public string Name => _resource.Name;
    public PropertyDictionary Inputs => _resource.Inputs;
    public AwsPlace Place { get; }

    /// <summary>The same as if its secret inputs were not given; null if it has none.</summary>
    public Subject? WithoutSecrets { get; }

    /// <summary>The physical name: given, from a prefix, or the resource's own with seven characters, as providers name things.</summary>
    public string PhysicalName =>
        Names.Select(Text).FirstOrDefault(name => name is not null)
        ?? (Names.Select(property => Text($"{property}Prefix")).FirstOrDefault(prefix => prefix is not null) is { } given
            ? given + Hex("name", 12)
            : $"{_resource.Name}-{Hex("name", 7)}");

    private string[] Names => OwnNames.TryGetValue(Type, out var own) ? [own] : NameProperties;

    public string? Text(string property) => Plain(property) is PropertyValue.Text { Value.Length: > 0 } text ? text.Value : null;

    /// <summary>Whether it was given and is not known before the deployment.</summary>
    public bool IsUnknown(string property) => Plain(property) is PropertyValue.Unknown;

    public bool Flag(string property) => Plain(property) is PropertyValue.Bool { Value: true };

    public int? Number(string property) => Plain(property) is PropertyValue.Number number ? (int)number.Value : null;

    public IReadOnlyList<string> Texts(string property) =>
        Plain(property) is PropertyValue.List list ? [.. list.Items.OfType<PropertyValue.Text>().Select(text => text.Value)] : [];

    public string Hex(string what, int length) => Synthetic.Hex(Seed(what), length);

    public string Digits(string what, int length) => Synthetic.Number(Seed(what), length);

    public string LowerCase(string what, int length) => Synthetic.LowerCase(Seed(what), length);

    public string UpperCase(string what, int length) => Synthetic.UpperCase(Seed(what), length);

    public string Uuid(string what) => Synthetic.Uuid(Seed(what));

    /// <summary>An id of EC2's kind: <c>vpc-0</c> and sixteen hexadecimal digits.</summary>
    public string Ec2Id(string prefix, string what = "id") => $"{prefix}-0{Hex(what, 16)}";

    private string Seed(string what) => $"{_resource.Urn}|{what}";

    // A resource in the place of a text stands for its id.
    private PropertyValue? Plain(string property)
    {
        if (!Inputs.TryGetValue(property, out var value)) return null;
        var plain = value is PropertyValue.Secret secret ? secret.Plain : value;
        return plain is PropertyValue.Reference resource ? resource.Id : plain;
    }
}
