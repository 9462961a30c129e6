using Infra.Components.Identity;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.ElastiCache;
using Pulumi.Aws.ElastiCache.Inputs;

namespace Infra.Components.Data;

public sealed record CacheArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Data subnets, one per zone; replicas stand in other zones than the primary.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Of its disks and snapshots; it must outlive them. Frozen: under another key it is another cache.</summary>
    public required Input<string> KeyArn { get; init; }

    public required CachePurpose Purpose { get; init; }

    public required CacheNodes Nodes { get; init; }

    /// <summary>0 to 35; 0 keeps none.</summary>
    public required int SnapshotDays { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>Without one, clients sign in with IAM.</summary>
    public CacheToken? Token { get; init; }
}

/// <summary>
/// A replicated Valkey cache that survives the loss of a zone, encrypted on disk and on the way. Unless a token is given there is no
/// password: machines log in as <see cref="UserName"/> with a token that IAM signs, if their role has <see cref="ConnectPolicy"/>.
/// </summary>
public sealed class Cache : ComponentResource, IObserved
{
    public Cache(string name, CacheArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:Cache", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var subnets = CreateSubnetGroup(name, args, child);
        var parameters = CreateParameters(name, args, child);
        var login = CacheLogin.Create(name, args, child);
        var cache = CreateReplicationGroup(name, args, subnets, parameters, login, child);

        UserName = login.UserName;
        PrimaryEndpoint = args.Nodes.Shards is null ? cache.PrimaryEndpointAddress : cache.ConfigurationEndpointAddress;
        ReaderEndpoint = args.Nodes.Shards is null ? cache.ReaderEndpointAddress : cache.ConfigurationEndpointAddress;
        EndpointParameter = CachePermissions.ParameterOf(name, args.Naming);
        CachePermissions.Publish(name, args.Naming, args.Location, EndpointParameter, PrimaryEndpoint, child);
        ConnectPolicy = login.Permission(cache.Arn)
            .Apply(permission => new PolicyDocument(permission, CachePermissions.Find(args.Location, EndpointParameter)).ToString());
        Telemetry = CacheTelemetry.Of(name, args.Location.Region, cache.ReplicationGroupId, args.Purpose, args.Nodes);
        RegisterOutputs();
    }

    /// <summary>Where keys are written; of a cache with shards, where clients learn which shard holds which keys.</summary>
    [Output("primaryEndpoint")]
    public Output<string> PrimaryEndpoint { get; }

    [Output("readerEndpoint")]
    public Output<string> ReaderEndpoint { get; }

    [Output("userName")]
    public string UserName { get; }

    /// <summary>Where machines read the primary endpoint from: a name that is known before the cache is there.</summary>
    [Output("endpointParameter")]
    public string EndpointParameter { get; }

    /// <summary>What a role needs to find the cache and to log in.</summary>
    public Output<string> ConnectPolicy { get; }

    public Telemetry Telemetry { get; }

    private static Problems Check(string name, CacheArgs args) => new Problems("Cache", name)
        .Add(CloudName.ReplicationGroup.Check(name))
        .Add(CloudName.CacheSubnetGroup.Check(name))
        .Add(CloudName.CacheParameterGroup.Check(ParameterGroupName(name, args)))
        .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.Data))
        .Add(args.Nodes.Check())
        .Unless(args.SnapshotDays is >= 0 and <= 35, $"SnapshotDays is {args.SnapshotDays}; allowed is 0 to 35.");

    private static SubnetGroup CreateSubnetGroup(string name, CacheArgs args, CustomResourceOptions child) =>
        new(name, new SubnetGroupArgs
        {
            Region = args.Location.Region,
            Description = $"Data subnets of {name}",
            SubnetIds = args.Subnets.Select(subnet => subnet.Id).ToList(),
            Tags = args.Naming.Tags(name),
        }, child);

    // The family is part of the name: a new engine gets a new group, and the old one goes when nothing uses it any more.
    private static string ParameterGroupName(string name, CacheArgs args) =>
        $"{name}-{CacheSettings.Family}{(args.Nodes.Shards is null ? "" : "-cluster")}";

    private static ParameterGroup CreateParameters(string name, CacheArgs args, CustomResourceOptions child) =>
        new(ParameterGroupName(name, args), new ParameterGroupArgs
        {
            Region = args.Location.Region,
            Family = CacheSettings.Family,
            Description = $"Settings of {name}",
            Parameters = CacheSettings.Of(args.Purpose, args.Nodes.Shards is not null)
                .Select(setting => new ParameterGroupParameterArgs { Name = setting.Key, Value = setting.Value }).ToList(),
            Tags = args.Naming.Tags(ParameterGroupName(name, args)),
        }, child);

    private static ReplicationGroup CreateReplicationGroup(
        string name, CacheArgs args, SubnetGroup subnets, ParameterGroup parameters, CacheLogin login, CustomResourceOptions child)
    {
        var described = new ReplicationGroupArgs
        {
            Region = args.Location.Region,
            Description = $"{args.Purpose} of {args.Naming.For(name)}",
            Engine = CacheSettings.Engine,
            EngineVersion = CacheSettings.Version,
            NodeType = args.Nodes.Type,
            // Either count excludes the other.
            NumCacheClusters = args.Nodes.Shards is null ? (Input<int>)args.Nodes.Count : null,
            NumNodeGroups = args.Nodes.Shards is { } shards ? (Input<int>)shards : null,
            ReplicasPerNodeGroup = args.Nodes.Shards is null ? null : (Input<int>)args.Nodes.Replicas,
            AutomaticFailoverEnabled = true,
            MultiAzEnabled = true,
            SubnetGroupName = subnets.Name,
            SecurityGroupIds = args.SecurityGroupId,
            ParameterGroupName = parameters.Name,
            AuthToken = login.Token is { } token ? (Input<string>)token : null,
            AuthTokenUpdateStrategy = login.TokenStrategy is { } strategy ? (Input<string>)strategy : null,
            AtRestEncryptionEnabled = true,
            KmsKeyId = args.KeyArn,
            TransitEncryptionEnabled = true,
            SnapshotRetentionLimit = args.SnapshotDays,
            AutoMinorVersionUpgrade = true,
            Tags = args.Naming.Tags(name),
        };
        if (login.UserGroupId is { } group) described.UserGroupIds = group;
        return new(name, described, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));
    }
}
