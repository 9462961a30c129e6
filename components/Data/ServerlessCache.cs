using Infra.Components.Identity;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.ElastiCache.Inputs;
using AwsServerlessCache = Pulumi.Aws.ElastiCache.ServerlessCache;

namespace Infra.Components.Data;

public sealed record ServerlessCacheArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Data subnets, one per zone. It stands in the first two for good: ElastiCache makes a cache anew to move it.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Of its data and snapshots; it must outlive them. Frozen: under another key it is another cache.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>What it may grow to, 1 to 5,000. At this size keys with an expiry are dropped to make room.</summary>
    public required int MaximumGigabytes { get; init; }

    /// <summary>What it may do, 1,000 to 15,000,000 processing units; a simple read of 1 kB is one.</summary>
    public required int MaximumUnitsPerSecond { get; init; }

    /// <summary>0 to 35; 0 keeps none.</summary>
    public required int SnapshotDays { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>
/// A Valkey cache without nodes to size, for load that comes and goes; encrypted, over two zones, with login by IAM. When full it
/// drops keys that have an expiry, and this cannot be changed: sessions belong in a <see cref="Cache"/>.
/// </summary>
public sealed class ServerlessCache : ComponentResource, IObserved
{
    // AWS provider documentation, elasticache serverlessCache, cacheUsageLimits, read 2026-11.
    private const int MaximumGigabytesAllowed = 5000;
    private const int MinimumUnitsAllowed = 1000;
    private const int MaximumUnitsAllowed = 15_000_000;

    public ServerlessCache(string name, ServerlessCacheArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:ServerlessCache", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var account = CacheAccount.Create(name, args.Naming, args.Location, child);
        var cache = CreateCache(name, args, account, child);

        UserName = account.UserName;
        Endpoint = cache.Endpoints.Apply(endpoints => endpoints.IsDefaultOrEmpty ? "" : endpoints[0].Address);
        EndpointParameter = CachePermissions.ParameterOf(name, args.Naming);
        CachePermissions.Publish(name, args.Naming, args.Location, EndpointParameter, Endpoint, child);
        ConnectPolicy = CachePermissions.Connect(cache.Arn, account.User.Arn)
            .Apply(connect => new PolicyDocument(connect, CachePermissions.Find(args.Location, EndpointParameter)).ToString());
        Telemetry = ServerlessTelemetry.Of(name, args, cache.Name);
        RegisterOutputs();
    }

    [Output("endpoint")]
    public Output<string> Endpoint { get; }

    [Output("userName")]
    public string UserName { get; }

    /// <summary>Where machines read the endpoint from: a name that is known before the cache is there.</summary>
    [Output("endpointParameter")]
    public string EndpointParameter { get; }

    /// <summary>What a role needs to find the cache and to log in.</summary>
    public Output<string> ConnectPolicy { get; }

    public Telemetry Telemetry { get; }

    private static Problems Check(string name, ServerlessCacheArgs args) => new Problems("ServerlessCache", name)
        .Add(CloudName.ServerlessCache.Check(name))
        .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.Data))
        .Unless(args.MaximumGigabytes is >= 1 and <= MaximumGigabytesAllowed,
            $"MaximumGigabytes is {args.MaximumGigabytes}; allowed is 1 to {MaximumGigabytesAllowed}.")
        .Unless(args.MaximumUnitsPerSecond is >= MinimumUnitsAllowed and <= MaximumUnitsAllowed,
            $"MaximumUnitsPerSecond is {args.MaximumUnitsPerSecond}; allowed is {MinimumUnitsAllowed} to {MaximumUnitsAllowed}.")
        .Unless(args.SnapshotDays is >= 0 and <= 35, $"SnapshotDays is {args.SnapshotDays}; allowed is 0 to 35.");

    private static AwsServerlessCache CreateCache(string name, ServerlessCacheArgs args, CacheAccount account, CustomResourceOptions child) =>
        new(name, new Pulumi.Aws.ElastiCache.ServerlessCacheArgs
        {
            Region = args.Location.Region,
            Description = $"Cache {args.Naming.For(name)}",
            Engine = CacheSettings.Engine,
            MajorEngineVersion = CacheSettings.MajorVersion,
            SubnetIds = ZoneSubnet.Lasting(args.Subnets).Select(subnet => subnet.Id).ToList(),
            SecurityGroupIds = args.SecurityGroupId,
            KmsKeyId = args.KeyArn,
            UserGroupId = account.Group.UserGroupId,
            SnapshotRetentionLimit = args.SnapshotDays,
            CacheUsageLimits = new ServerlessCacheCacheUsageLimitsArgs
            {
                DataStorage = new ServerlessCacheCacheUsageLimitsDataStorageArgs { Maximum = args.MaximumGigabytes, Unit = "GB" },
                EcpuPerSeconds = new ServerlessCacheCacheUsageLimitsEcpuPerSecondArgs { Maximum = args.MaximumUnitsPerSecond },
            },
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));
}
