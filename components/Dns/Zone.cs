using System.Collections.Immutable;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;
using AwsZone = Pulumi.Aws.Route53.Zone;

namespace Infra.Components.Dns;

public sealed record ZoneArgs
{
    public required Naming Naming { get; init; }

    /// <summary>Its account; zones have no region.</summary>
    public required Location Location { get; init; }

    public required DomainName Domain { get; init; }

    public required ZoneVisibility Visibility { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>Names with fixed values. What is chosen by place, load or health is a <see cref="RoutingGroup"/>.</summary>
    public IReadOnlyList<DnsRecord> Records { get; init; } = [];
}

/// <summary>A hosted zone with its fixed records.</summary>
public sealed class Zone : ComponentResource, IObserved
{
    private readonly ZoneNames _names;

    public Zone(string name, ZoneArgs args, ComponentResourceOptions? options = null)
        : base("infra:dns:Zone", name, options)
    {
        Domain = args.Domain;
        _names = new ZoneNames(args.Domain);
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var zone = CreateZone(name, args, child);
        ZoneId = zone.ZoneId;
        NameServers = zone.NameServers;
        Telemetry = ZoneTelemetry.Of(name, args, zone.ZoneId);
        if (args.Visibility is PublicZone open)
        {
            DelegationSigner = ZoneSigning.Sign(name, args, zone, child);
            QueryLogs.Create(name, args, zone, open, child);
        }

        foreach (var record in args.Records)
            CreateRecord(name, args.Domain, record, zone, child);
        RegisterOutputs();
    }

    public DomainName Domain { get; }

    public bool IsPublic => DelegationSigner is not null;

    [Output("zoneId")]
    public Output<string> ZoneId { get; }

    /// <summary>What the parent zone's NS record for this zone holds.</summary>
    [Output("nameServers")]
    public Output<ImmutableArray<string>> NameServers { get; }

    /// <summary>What the parent zone's DS record for this zone holds; null for a private zone.</summary>
    [Output("delegationSigner")]
    public Output<string>? DelegationSigner { get; }

    public Telemetry Telemetry { get; }

    /// <summary>Takes a name of this zone for one owner, and says what stands against it.</summary>
    internal IEnumerable<string> Claim(string owner, string labels, params IReadOnlyList<string> types) => _names.Claim(owner, labels, types);

    private Problems Check(string name, ZoneArgs args) => new Problems("Zone", name)
        .Unless(!args.Domain.IsWildcard, $"Its domain is {args.Domain}; a zone's name has no star.")
        .Add(args.Visibility.Check())
        .Add(args.Records.SelectMany(record => record.Check()))
        .Add(args.Records.SelectMany(record => Claim($"zone '{name}'", record.Name, record.Type)));

    private static AwsZone CreateZone(string name, ZoneArgs args, CustomResourceOptions child) =>
        new(name, new Pulumi.Aws.Route53.ZoneArgs
        {
            Name = $"{args.Domain}",
            Comment = $"{args.Domain} of {args.Naming.Product} {args.Naming.Environment}",
            Vpcs = args.Visibility is PrivateZone hidden ? Networks(hidden) : [],
            // A zone with records that the program did not make could not be deleted otherwise.
            ForceDestroy = !args.DeletionProtection,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));

    private static List<ZoneVpcArgs> Networks(PrivateZone zone) =>
        [.. zone.VpcIds.OrderBy(vpc => vpc.Key, StringComparer.Ordinal).Select(vpc => new ZoneVpcArgs { VpcRegion = vpc.Key, VpcId = vpc.Value })];

    private static void CreateRecord(string name, DomainName domain, DnsRecord record, AwsZone zone, CustomResourceOptions child) =>
        _ = new Record($"{name}-{KeyOf(record.Name)}-{record.Type.ToLowerInvariant()}", new RecordArgs
        {
            ZoneId = zone.ZoneId,
            Name = $"{domain.Child(record.Name)}",
            Type = record.Type,
            Ttl = record.TtlSeconds,
            Records = record.Values,
        }, child);

    // A label may be called as the signs are that no resource's name should hold.
    private static string KeyOf(string labels) => labels.Length == 0 ? "apex"
        : labels == "apex" || labels.Split('.').Contains("wildcard") ? $"{labels}-label"
        : labels.Replace("*", "wildcard", StringComparison.Ordinal);
}
