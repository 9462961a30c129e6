using Pulumi;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;

namespace Infra.Components.Data;

public sealed record DatabaseNamesArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>The same zone in every region: each network sees its own.</summary>
    public required string Zone { get; init; }

    /// <summary>Where writes go.</summary>
    public required Input<string> Writer { get; init; }

    public required IReadOnlyList<ReadTarget> Readers { get; init; }
}

/// <summary>One address among those that answer reads.</summary>
/// <param name="Key">Frozen.</param>
/// <param name="Address">A host name.</param>
/// <param name="Weight">0 takes part only when none of the others is well.</param>
/// <param name="HealthCheckId">Null counts as always well.</param>
public sealed record ReadTarget(string Key, Output<string> Address, int Weight, Output<string>? HealthCheckId = null);

/// <summary>The names under which machines of one network find a database: one for writes, one for reads.</summary>
public sealed class DatabaseNames : ComponentResource
{
    // Short, so that clients follow when a replica comes or goes; as RDS has it for its own names.
    private const int Seconds = 5;

    public DatabaseNames(string name, DatabaseNamesArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:DatabaseNames", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var zone = CreateZone(name, args, child);
        NameWriter(name, args, zone, child);
        foreach (var reader in args.Readers)
            NameReader(name, args, reader, zone, child);

        ZoneId = zone.ZoneId;
        RegisterOutputs();
    }

    [Output("zoneId")]
    public Output<string> ZoneId { get; }

    public static string WriteName(string zone) => $"write.{zone}";

    public static string ReadName(string zone) => $"read.{zone}";

    private static Zone CreateZone(string name, DatabaseNamesArgs args, CustomResourceOptions child) =>
        new(name, new ZoneArgs
        {
            Name = args.Zone,
            Comment = $"Names of {name}",
            Vpcs = new ZoneVpcArgs { VpcId = args.VpcId, VpcRegion = args.Location.Region },
            Tags = args.Naming.Tags(name),
        }, child);

    private static void NameWriter(string name, DatabaseNamesArgs args, Zone zone, CustomResourceOptions child) =>
        _ = new Record($"{name}-write", new RecordArgs
        {
            ZoneId = zone.ZoneId,
            Name = WriteName(args.Zone),
            Type = "CNAME",
            Ttl = Seconds,
            Records = args.Writer,
        }, child);

    private static void NameReader(string name, DatabaseNamesArgs args, ReadTarget reader, Zone zone, CustomResourceOptions child) =>
        _ = new Record($"{name}-read-{reader.Key}", new RecordArgs
        {
            ZoneId = zone.ZoneId,
            Name = ReadName(args.Zone),
            Type = "CNAME",
            Ttl = Seconds,
            SetIdentifier = reader.Key,
            WeightedRoutingPolicies = new RecordWeightedRoutingPolicyArgs { Weight = reader.Weight },
            HealthCheckId = reader.HealthCheckId!,
            Records = reader.Address,
        }, child);
}
