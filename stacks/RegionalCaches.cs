using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Pulumi;

namespace Infra.Stacks;

/// <summary>
/// What a region remembers for a while: sessions, which must not be lost; objects, divided among shards;
/// fragments of pages, which anyone can make again; and locks of jobs, few at night and many by day.
/// </summary>
internal sealed record RegionalCaches(Cache Sessions, Cache Objects, MemcachedCluster Fragments, ServerlessCache Locks)
{
    /// <summary>What a web clone needs, by a key for each cache.</summary>
    public IReadOnlyDictionary<string, Output<string>> WebPermissions => new Dictionary<string, Output<string>>
    {
        ["objects"] = Objects.ConnectPolicy,
        ["fragments"] = Output.Create(Fragments.FindPolicy),
        ["sessions"] = Sessions.ConnectPolicy,
    };

    public IEnumerable<IObserved> Observed => [Sessions, Objects, Fragments, Locks];

    public static CacheTier Tier { get; } = new();

    public static MemcachedTier FragmentTier { get; } = new();

    public static IReadOnlyList<Flow> Flows(WebTier web) => [web.CanReach(Tier), web.CanReach(FragmentTier)];

    public static RegionalCaches Build(StackSettings settings, RegionalGround ground)
    {
        var (naming, profile, location) = (settings.Naming, settings.Profile, ground.Region.Location);

        Cache Replicated(string key, CachePurpose purpose, CacheNodes nodes) => new($"{key}-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            Subnets = ground.Network.DataSubnets,
            SecurityGroupId = ground.Firewall.GroupOf(Tier),
            KeyArn = ground.DataKeyArn,
            Purpose = purpose,
            Nodes = nodes,
            SnapshotDays = profile.CacheSnapshotDays,
            DeletionProtection = profile.DeletionProtection,
        });

        var nodes = new CacheNodes { Type = settings.CacheNodeType, Replicas = profile.CacheReplicas };
        var fragments = new MemcachedCluster($"fragments-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            Subnets = ground.Network.DataSubnets,
            SecurityGroupId = ground.Firewall.GroupOf(FragmentTier),
            NodeType = settings.CacheNodeType,
            Nodes = ground.Region.Zones.Count,
        });

        var locks = new ServerlessCache($"locks-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            Subnets = ground.Network.DataSubnets,
            SecurityGroupId = ground.Firewall.GroupOf(Tier),
            KeyArn = ground.DataKeyArn,
            MaximumGigabytes = profile.LockCacheGigabytes,
            MaximumUnitsPerSecond = profile.LockCacheUnitsPerSecond,
            SnapshotDays = profile.CacheSnapshotDays,
            DeletionProtection = profile.DeletionProtection,
        });

        return new(
            Replicated("sessions", CachePurpose.Sessions, nodes),
            Replicated("objects", CachePurpose.Objects, nodes with { Shards = profile.ObjectCacheShards }),
            fragments,
            locks);
    }
}
