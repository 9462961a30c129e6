using Infra.Components.Compute;
using Infra.Components.Networking;
using Infra.Components.Recovery;

namespace Infra.Stacks;

/// <summary>Everything that may differ between environments by judgement. A new property must be decided for each of them.</summary>
public sealed record EnvironmentProfile
{
    public required NatStrategy Nat { get; init; }

    /// <summary>Reached without a way through the internet; each costs by the hour in each zone.</summary>
    public required IReadOnlyList<PrivateService> PrivateServices { get; init; }

    /// <summary>Of the architecture of the regions' images.</summary>
    public required string BastionInstanceType { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>Fewer in a region tell people that visitors cannot order; null where nobody buys.</summary>
    public required double? LeastOrdersPerHour { get; init; }

    public required int FlowLogDays { get; init; }

    public required int AccessLogDays { get; init; }

    public required int MinimumZones { get; init; }

    public required int MinimumClones { get; init; }

    /// <summary>Whether the scaler of the web clones learns from past weeks.</summary>
    public required LoadForecast Forecast { get; init; }

    public required int CacheReplicas { get; init; }

    public required int CacheSnapshotDays { get; init; }

    public required BackupObjective Backup { get; init; }

    public required int ObjectCacheShards { get; init; }

    public required int LockCacheGigabytes { get; init; }

    public required int LockCacheUnitsPerSecond { get; init; }

    public required bool DatabaseSurvivesZoneLoss { get; init; }

    /// <summary>In each region.</summary>
    public required int DatabaseReplicas { get; init; }

    public required int DatabaseBackupDays { get; init; }

    /// <summary>In each region, when the load is at its highest.</summary>
    public required int AuroraReaders { get; init; }

    /// <summary>Of each document and graph store.</summary>
    public required int StoreReaders { get; init; }

    public static EnvironmentProfile Dev { get; } = new()
    {
        Nat = NatStrategy.Shared,
        PrivateServices = [PrivateService.SystemsManager, PrivateService.SessionMessages],
        BastionInstanceType = "t4g.nano",
        DeletionProtection = false,
        LeastOrdersPerHour = null,
        FlowLogDays = 7,
        AccessLogDays = 14,
        MinimumZones = 2,
        MinimumClones = 2,
        Forecast = LoadForecast.Shown,
        CacheReplicas = 1,
        CacheSnapshotDays = 1,
        Backup = new() { Hours = 24, RecentDays = 1, DailyDays = 7, CopyDays = 7 },
        ObjectCacheShards = 1,
        LockCacheGigabytes = 1,
        LockCacheUnitsPerSecond = 5_000,
        DatabaseSurvivesZoneLoss = false,
        DatabaseReplicas = 1,
        DatabaseBackupDays = 7,
        AuroraReaders = 2,
        StoreReaders = 0,
    };

    public static EnvironmentProfile Prod { get; } = new()
    {
        Nat = NatStrategy.PerZone,
        PrivateServices =
        [
            PrivateService.SystemsManager, PrivateService.SessionMessages, PrivateService.Keys, PrivateService.Logs, PrivateService.Metrics,
            PrivateService.Queues, PrivateService.Secrets,
        ],
        BastionInstanceType = "t4g.micro",
        DeletionProtection = true,
        LeastOrdersPerHour = 1,
        FlowLogDays = 90,
        AccessLogDays = 365,
        MinimumZones = 3,
        MinimumClones = 3,
        Forecast = LoadForecast.Followed,
        CacheReplicas = 2,
        CacheSnapshotDays = 7,
        Backup = new() { Hours = 6, RecentDays = 7, DailyDays = 35, CopyDays = 90 },
        ObjectCacheShards = 3,
        LockCacheGigabytes = 10,
        LockCacheUnitsPerSecond = 100_000,
        DatabaseSurvivesZoneLoss = true,
        DatabaseReplicas = 2,
        DatabaseBackupDays = 14,
        AuroraReaders = 8,
        StoreReaders = 2,
    };

    public static IReadOnlyDictionary<string, EnvironmentProfile> ByName { get; } =
        new SortedDictionary<string, EnvironmentProfile>(StringComparer.Ordinal) { ["dev"] = Dev, ["prod"] = Prod };
}
