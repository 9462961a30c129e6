using Infra.Components.Identity;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.ElastiCache;
using Pulumi.Aws.ElastiCache.Inputs;
using Pulumi.Aws.Ssm;

namespace Infra.Components.Data;

public sealed record CacheArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Data subnets, one per zone; replicas stand in other zones than the primary.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    public required CachePurpose Purpose { get; init; }

    public required CacheNodes Nodes { get; init; }

    /// <summary>0 to 35; 0 keeps none.</summary>
    public required int SnapshotDays { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>
/// A replicated Valkey cache that survives the loss of a zone, encrypted on disk and on the way. There is no password: machines
/// log in as <see cref="UserName"/> with a token that IAM signs, if their role has <see cref="ConnectPolicy"/>.
/// </summary>
public sealed class Cache : ComponentResource, IObserved
{
    private const string Engine = "valkey";
    private const string EngineVersion = "8.1";
    private const string ParameterFamily = "valkey8";

    public Cache(string name, CacheArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:Cache", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var subnets = CreateSubnetGroup(name, args, child);
        var parameters = CreateParameters(name, args, child);
        UserName = args.Naming.Within(CloudName.CacheUser, $"{name}-app");
        var user = CreateUser(name, args, UserName, child);
        var users = CreateUserGroup(name, args, user, child);
        var cache = CreateReplicationGroup(name, args, subnets, parameters, users, child);

        EndpointParameter = $"/{args.Naming.Product}/{args.Naming.Environment}/{name}/primary-endpoint";
        Publish(name, args, EndpointParameter, cache, child);

        PrimaryEndpoint = cache.PrimaryEndpointAddress;
        ReaderEndpoint = cache.ReaderEndpointAddress;
        ConnectPolicy = Output.Tuple(cache.Arn, user.Arn)
            .Apply(arns => Connect(arns.Item1, arns.Item2, args.Location.Arn("ssm", $"parameter{EndpointParameter}")).ToString());
        Telemetry = CacheTelemetry.Of(name, args.Location.Region, cache.ReplicationGroupId, args.Purpose, args.Nodes.Count);
        RegisterOutputs();
    }

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
        .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.Data))
        .Add(args.Nodes.Check())
        .Unless(args.SnapshotDays is >= 0 and <= 35, $"SnapshotDays is {args.SnapshotDays}; allowed is 0 to 35.");

    private static PolicyDocument Connect(string cacheArn, string userArn, string parameterArn) => new(
        new PolicyStatement { Sid = "ConnectToCache", Action = ["elasticache:Connect"], Resource = [cacheArn, userArn] },
        new PolicyStatement { Sid = "FindCache", Action = ["ssm:GetParameter"], Resource = [parameterArn] });

    private static SubnetGroup CreateSubnetGroup(string name, CacheArgs args, CustomResourceOptions child) =>
        new(name, new SubnetGroupArgs
        {
            Region = args.Location.Region,
            Description = $"Data subnets of {name}",
            SubnetIds = args.Subnets.Select(subnet => subnet.Id).ToList(),
            Tags = args.Naming.Tags(name),
        }, child);

    // The family is part of the name: a new engine gets a new group, and the old one goes when nothing uses it any more.
    private static ParameterGroup CreateParameters(string name, CacheArgs args, CustomResourceOptions child) =>
        new($"{name}-{ParameterFamily}", new ParameterGroupArgs
        {
            Region = args.Location.Region,
            Family = ParameterFamily,
            Description = $"Settings of {name}",
            Parameters = new ParameterGroupParameterArgs
            {
                Name = "maxmemory-policy",
                Value = args.Purpose is CachePurpose.Sessions ? "noeviction" : "allkeys-lfu",
            },
            Tags = args.Naming.Tags($"{name}-{ParameterFamily}"),
        }, child);

    private static User CreateUser(string name, CacheArgs args, string userName, CustomResourceOptions child) =>
        new($"{name}-app", new UserArgs
        {
            Region = args.Location.Region,
            Engine = Engine,
            // With IAM both must be the same.
            UserId = userName,
            UserName = userName,
            AuthenticationMode = new UserAuthenticationModeArgs { Type = "iam" },
            AccessString = "on ~* +@all -@admin -@dangerous",
            Tags = args.Naming.Tags($"{name}-app"),
        }, child);

    private static UserGroup CreateUserGroup(string name, CacheArgs args, User user, CustomResourceOptions child) =>
        new(name, new UserGroupArgs
        {
            Region = args.Location.Region,
            Engine = Engine,
            UserGroupId = args.Naming.Within(CloudName.CacheUserGroup, name),
            UserIds = user.UserId,
            Tags = args.Naming.Tags(name),
        }, child);

    private static ReplicationGroup CreateReplicationGroup(
        string name, CacheArgs args, SubnetGroup subnets, ParameterGroup parameters, UserGroup users, CustomResourceOptions child) =>
        new(name, new ReplicationGroupArgs
        {
            Region = args.Location.Region,
            Description = $"{args.Purpose} of {args.Naming.For(name)}",
            Engine = Engine,
            EngineVersion = EngineVersion,
            NodeType = args.Nodes.Type,
            NumCacheClusters = args.Nodes.Count,
            AutomaticFailoverEnabled = true,
            MultiAzEnabled = true,
            SubnetGroupName = subnets.Name,
            SecurityGroupIds = args.SecurityGroupId,
            ParameterGroupName = parameters.Name,
            UserGroupIds = users.UserGroupId,
            AtRestEncryptionEnabled = true,
            TransitEncryptionEnabled = true,
            SnapshotRetentionLimit = args.SnapshotDays,
            AutoMinorVersionUpgrade = true,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));

    private static void Publish(string name, CacheArgs args, string parameter, ReplicationGroup cache, CustomResourceOptions child) =>
        _ = new Parameter($"{name}-endpoint", new ParameterArgs
        {
            Region = args.Location.Region,
            Name = parameter,
            Type = "String",
            // An address is no secret; as such it would be hidden wherever it is shown.
            InsecureValue = cache.PrimaryEndpointAddress,
            Tags = args.Naming.Tags($"{name}-endpoint"),
        }, child);
}
