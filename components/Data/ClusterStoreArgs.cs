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

    // The key's id, which is new whenever the store is set up anew, keeps an older snapshot's name free.
    internal Output<string> FinalSnapshotOf(string name) =>
        KeyArn.ToOutput().Apply(arn => $"{Naming.For(name)}-final-{arn[(arn.LastIndexOfAny([':', '/']) + 1)..]}");

    internal Problems Check(string kind, string name) => new Problems(kind, name)
        .Add(Machines.Keys.SelectMany(key => CloudName.DatabaseInstance.Check($"{name}-{key}")))
        .Add(ZoneSubnet.Check(Subnets, SubnetTier.Data))
        .Add(Machines.Check())
        .Unless(BackupDays is >= 1 and <= 35, $"BackupDays is {BackupDays}; allowed is 1 to 35.");
}
