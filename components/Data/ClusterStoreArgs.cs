using Infra.Components.Networking;
using Pulumi;

namespace Infra.Components.Data;

/// <summary>Of a document or graph store: clusters of machines over storage that survives the loss of a zone by itself.</summary>
public sealed record ClusterStoreArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Data subnets, one per zone.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Of the store's disks and snapshots; it must outlive them.</summary>
    public required Input<string> KeyArn { get; init; }

    public required ClusterMachines Machines { get; init; }

    /// <summary>1 to 35.</summary>
    public required int BackupDays { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>
    /// A name that no earlier snapshot has: Pulumi gives the store's subnet group a new name whenever the store is set up anew, and another
    /// key makes the cluster anew. Only a cluster that is replaced by hand twice meets a snapshot that is there.
    /// </summary>
    internal Output<string> FinalSnapshotOf(Output<string> subnetGroup) =>
        Output.Tuple(subnetGroup, KeyArn.ToOutput())
            .Apply(facts => $"{Naming.For(facts.Item1)}-final-{facts.Item2[(facts.Item2.LastIndexOfAny([':', '/']) + 1)..]}");

    internal Problems Check(string kind, string name) => new Problems(kind, name)
        .Add(Machines.Keys.SelectMany(key => CloudName.DatabaseInstance.Check($"{name}-{key}")))
        .Add(ZoneSubnet.Check(Subnets, SubnetTier.Data))
        .Add(Machines.Check())
        .Unless(BackupDays is >= 1 and <= 35, $"BackupDays is {BackupDays}; allowed is 1 to 35.");
}
