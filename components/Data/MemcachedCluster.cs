using System.Globalization;
using Infra.Components.Identity;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.ElastiCache;
using Pulumi.Aws.ElastiCache.Inputs;

namespace Infra.Components.Data;

public sealed record MemcachedClusterArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Data subnets, one per zone; nodes are spread over them.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>For example <c>cache.t4g.small</c>.</summary>
    public required string NodeType { get; init; }

    /// <summary>2 to 40. Each holds a part of the keys and no copy of another's.</summary>
    public required int Nodes { get; init; }

    /// <summary>A multiple of half a mebibyte; a node takes items up to a quarter of its memory.</summary>
    public int LargestItemBytes { get; init; } = 1024 * 1024;
}

/// <summary>
/// Memcached nodes in several zones, over TLS: for what can be made again at any time. A lost node is lost keys, and what was not
/// asked for the longest makes room. It knows neither logins nor snapshots; whoever may not lose or show a thing uses <see cref="Cache"/>.
/// </summary>
public sealed class MemcachedCluster : ComponentResource, IObserved
{
    // ElastiCache knows this version of 1.6; TLS needs 1.6.12 or later (AWS provider documentation, elasticache cluster, read 2026-11).
    private const string EngineVersion = "1.6.22";
    private const string ParameterFamily = "memcached1.6";
    // AWS provider documentation, elasticache cluster, numCacheNodes, read 2026-11.
    private const int MostNodes = 40;

    // max_item_size must be a multiple of slab_chunk_max (ElastiCache user guide, upgrading Memcached, read 2026-11), which is 512 KiB
    // unless told otherwise.
    private const int ChunkBytes = 512 * 1024;

    public MemcachedCluster(string name, MemcachedClusterArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:MemcachedCluster", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var subnets = CreateSubnetGroup(name, args, child);
        var parameters = CreateParameters(name, args, child);
        var cluster = CreateCluster(name, args, subnets, parameters, child);

        ConfigurationEndpoint = cluster.ConfigurationEndpoint;
        EndpointParameter = CachePermissions.ParameterOf(name, args.Naming);
        CachePermissions.Publish(name, args.Naming, args.Location, EndpointParameter, ConfigurationEndpoint, child);
        FindPolicy = new PolicyDocument(CachePermissions.Find(args.Location, EndpointParameter)).ToString();
        Telemetry = MemcachedTelemetry.Of(name, args.Location.Region, cluster.ClusterId);
        RegisterOutputs();
    }

    /// <summary>Host and port where clients learn which nodes there are.</summary>
    [Output("configurationEndpoint")]
    public Output<string> ConfigurationEndpoint { get; }

    /// <summary>Where machines read the endpoint from.</summary>
    [Output("endpointParameter")]
    public string EndpointParameter { get; }

    /// <summary>What a role needs to find the cluster; to be let in, a machine needs the right security group alone.</summary>
    public string FindPolicy { get; }

    public Telemetry Telemetry { get; }

    private static Problems Check(string name, MemcachedClusterArgs args) => new Problems("MemcachedCluster", name)
        .Add(CloudName.CacheCluster.Check(name))
        .Add(CloudName.CacheSubnetGroup.Check(name))
        .Add(CloudName.CacheParameterGroup.Check(ParameterGroupName(name)))
        .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.Data))
        .Add(CacheNodes.CheckType(args.NodeType))
        .Unless(args.Nodes >= 2, $"Nodes is {args.Nodes}; expected is at least 2, or the loss of a zone may be the loss of every key.")
        .Unless(args.Nodes <= MostNodes, $"Nodes is {args.Nodes}; allowed are {MostNodes}.")
        .Unless(args.LargestItemBytes >= ChunkBytes && args.LargestItemBytes % ChunkBytes == 0,
            $"LargestItemBytes is {args.LargestItemBytes}; expected is a multiple of {ChunkBytes}.");

    private static string ParameterGroupName(string name) => $"{name}-{ParameterFamily.Replace('.', '-')}";

    private static SubnetGroup CreateSubnetGroup(string name, MemcachedClusterArgs args, CustomResourceOptions child) =>
        new(name, new SubnetGroupArgs
        {
            Region = args.Location.Region,
            Description = $"Data subnets of {name}",
            SubnetIds = args.Subnets.Select(subnet => subnet.Id).ToList(),
            Tags = args.Naming.Tags(name),
        }, child);

    private static ParameterGroup CreateParameters(string name, MemcachedClusterArgs args, CustomResourceOptions child) =>
        new(ParameterGroupName(name), new ParameterGroupArgs
        {
            Region = args.Location.Region,
            Family = ParameterFamily,
            Description = $"Settings of {name}",
            Parameters = new ParameterGroupParameterArgs
            {
                Name = "max_item_size",
                Value = args.LargestItemBytes.ToString(CultureInfo.InvariantCulture),
            },
            Tags = args.Naming.Tags(ParameterGroupName(name)),
        }, child);

    private static Cluster CreateCluster(
        string name, MemcachedClusterArgs args, SubnetGroup subnets, ParameterGroup parameters, CustomResourceOptions child) =>
        new(name, new ClusterArgs
        {
            Region = args.Location.Region,
            Engine = "memcached",
            EngineVersion = EngineVersion,
            NodeType = args.NodeType,
            NumCacheNodes = args.Nodes,
            AzMode = "cross-az",
            SubnetGroupName = subnets.Name,
            SecurityGroupIds = args.SecurityGroupId,
            ParameterGroupName = parameters.Name,
            TransitEncryptionEnabled = true,
            AutoMinorVersionUpgrade = "true",
            Tags = args.Naming.Tags(name),
        }, child);
}
