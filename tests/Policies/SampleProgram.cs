using Google.Protobuf.WellKnownTypes;
using Infra.Policies;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;
using Infra.Sdk.Schema;

namespace Infra.Tests.Policies;

/// <summary>
/// A small program for a policy to judge. Properties are JSON in which <c>unknown</c> in angle brackets is an unknown value,
/// <c>unknown:web</c> one that was computed from the resource named web, and <c>{ "secret": … }</c> in angle brackets a secret. A resource's id is its name.
/// </summary>
internal sealed class SampleProgram
{
    private readonly List<Declared> _resources = [];
    private IReadOnlyList<AnalyzerResource>? _messages;

    /// <summary>All four tiers, wired as the matrix declares it: nothing to find.</summary>
    public static SampleProgram Platform() => new SampleProgram()
        .Group("lb", "load-balancer").Group("web", "web").Group("db", "database").Group("cache", "cache")
        .Ingress("lb-http", "lb", "0.0.0.0/0", "tcp", 80).Ingress("lb-https", "lb", "0.0.0.0/0", "tcp", 443)
        .Connect("lb", "web", 80).Connect("web", "db", 3306).Connect("web", "cache", 6379)
        .Egress("web-https", "web", "0.0.0.0/0", "tcp", 443);

    public SampleProgram Add(string type, string name, string json = "{}", bool protect = false) =>
        Add(type, name, json, new AnalyzerResourceOptions { Protect = protect });

    public SampleProgram Add(string type, string name, string json, AnalyzerResourceOptions options)
    {
        _resources.Add(new(type, name, json, options));
        _messages = null;
        return this;
    }

    public SampleProgram Group(string name, string? tier, string more = "") => Add("aws:ec2/securityGroup:SecurityGroup", name,
        $$"""{ "vpcId": "main"{{(tier is null ? "" : Tags(tier))}} {{more}} }""");

    public SampleProgram Ingress(string name, string group, string peer, string protocol, int from, int? to = null) =>
        Add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", name, Rule(group, peer, protocol, from, to ?? from));

    public SampleProgram Egress(string name, string group, string peer, string protocol, int from, int? to = null) =>
        Add("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", name, Rule(group, peer, protocol, from, to ?? from));

    public SampleProgram Connect(string from, string to, int port) =>
        Ingress($"{to}-from-{from}", to, from, "tcp", port).Egress($"{from}-to-{to}", from, to, "tcp", port);

    public SampleProgram AdminRanges(string json) => Add("infra:network:Firewall", "firewall", $$"""{ "adminRanges": {{json}} }""");

    public SampleProgram PartnerRanges(string json) => Add("infra:network:Firewall", "partners", $$"""{ "partnerRanges": {{json}} }""");

    /// <summary>With its network joined to one whose app subnet is 10.9.0.0/19 and whose data subnet is 10.9.32.0/19.</summary>
    public SampleProgram Joined() => this
        .Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.0.0.0/16" }""").Add("aws:ec2/vpc:Vpc", "far", """{ "cidrBlock": "10.9.0.0/16" }""")
        .Add("aws:ec2/subnet:Subnet", "far-app", """{ "vpcId": "far", "cidrBlock": "10.9.0.0/19", "tags": { "infra:tier": "app" } }""")
        .Add("aws:ec2/subnet:Subnet", "far-data", """{ "vpcId": "far", "cidrBlock": "10.9.32.0/19", "tags": { "infra:tier": "data" } }""")
        .Add("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "way", """{ "vpcId": "far", "peerVpcId": "main" }""");

    public SampleProgram Without(string name)
    {
        _resources.RemoveAll(resource => resource.Name == name);
        _messages = null;
        return this;
    }

    /// <summary>
    /// This program with each value that a program gives in turn not known before the deployment;
    /// what it named is what it was computed from.
    /// </summary>
    public IEnumerable<(string Forgotten, SampleProgram Program)> WithOneValueUnknown() =>
        from index in Enumerable.Range(0, _resources.Count)
        let schema = ProviderSchema.Find(_resources[index].Type.Split(':')[0])?.Resource(_resources[index].Type)
        from less in Forgetting.OneValue(_resources[index].Json, [.. _resources.Select(resource => resource.Name)])
        where schema is null || schema.Inputs.ContainsKey(less.TopLevel)
        select ($"{_resources[index].Name}.{less.Path}", WithJson(index, less.Json));

    public ResourceGraph Graph()
    {
        var lines = _resources.Index().ToLookup(entry => Urn(entry.Item.Type, entry.Item.Name), entry => entry.Index + 1);
        return ResourceGraph.From(Resources(), urn => new("Program.cs", lines[urn].FirstOrDefault()));
    }

    public IReadOnlyList<AnalyzerResource> Resources() => _messages ??= [.. _resources.Select(ToMessage)];

    public static string Urn(string type, string name) => $"urn:pulumi:dev::infra::{type}::{name}";

    private static string Rule(string group, string peer, string protocol, int from, int to)
    {
        var property = peer.Contains(':') && !peer.StartsWith('<') ? "cidrIpv6"
            : peer.Contains('/') ? "cidrIpv4"
            : peer.StartsWith("pl-", StringComparison.Ordinal) || peer.StartsWith("com.", StringComparison.Ordinal) ? "prefixListId"
            : "referencedSecurityGroupId";
        return $$"""{ "securityGroupId": "{{group}}", "{{property}}": "{{peer}}", "ipProtocol": "{{protocol}}", "fromPort": {{from}},"""
            + $$""" "toPort": {{to}}, "description": "{{protocol}} at {{group}}" }""";
    }

    private static string Tags(string tier) => $$""", "tags": { "Environment": "dev", "Owner": "shop", "infra:tier": "{{tier}}" }""";

    private SampleProgram WithJson(int index, string json)
    {
        var copy = new SampleProgram();
        copy._resources.AddRange(_resources);
        copy._resources[index] = copy._resources[index] with { Json = json };
        AnalyzerResource[] messages = [.. Resources()];
        messages[index] = copy.ToMessage(copy._resources[index]);
        copy._messages = messages;
        return copy;
    }

    private AnalyzerResource ToMessage(Declared resource)
    {
        var message = new AnalyzerResource
        {
            Type = resource.Type,
            Name = resource.Name,
            Urn = Urn(resource.Type, resource.Name),
            Properties = Struct.Parser.ParseJson(resource.Json),
            Options = resource.Options,
        };
        foreach (var (property, value) in message.Properties.Fields.ToList())
        {
            // What the provider filled in is among the properties, and was computed from nothing.
            if (value.StructValue?.Fields.TryGetValue("<computed>", out var computed) is true)
            {
                message.Properties.Fields[property] = computed;
                continue;
            }

            var dependencies = new AnalyzerPropertyDependencies();
            Translate(value, dependencies);
            message.PropertyDependencies[property] = dependencies;
        }

        if (!message.Properties.Fields.ContainsKey("id")) message.Properties.Fields["id"] = Value.ForString(resource.Name);
        return message;
    }

    private void Translate(Value value, AnalyzerPropertyDependencies dependencies)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue when value.StringValue.StartsWith("<unknown", StringComparison.Ordinal):
                var names = value.StringValue.Trim('<', '>').Split(':').Skip(1);
                dependencies.Urns.AddRange(names.SelectMany(name =>
                    _resources.Where(other => other.Name == name).Select(other => Urn(other.Type, other.Name))));
                value.StringValue = SpecialValues.Unknown;
                break;
            case Value.KindOneofCase.StructValue when value.StructValue.Fields.TryGetValue("<secret>", out var secret):
                Translate(secret, dependencies);
                value.StructValue = new()
                {
                    Fields = { [SpecialValues.SignatureKey] = Value.ForString(SpecialValues.Secret), ["value"] = secret },
                };
                break;
            case Value.KindOneofCase.StructValue:
                foreach (var member in value.StructValue.Fields.Values) Translate(member, dependencies);
                break;
            case Value.KindOneofCase.ListValue:
                foreach (var item in value.ListValue.Values) Translate(item, dependencies);
                break;
        }
    }

    private sealed record Declared(string Type, string Name, string Json, AnalyzerResourceOptions Options);
}
