using Infra.Components.Identity;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Neptune;
using Pulumi.Aws.Neptune.Inputs;

namespace Infra.Components.Data;

/// <summary>A Neptune cluster. There is no password: every request is signed by IAM.</summary>
public sealed class GraphStore : ComponentResource, IObserved
{
    // The first only counts when the store is made: AWS moves minor versions on.
    private const string Version = "1.4.5.1";
    private const string Family = "neptune1.4";

    public GraphStore(string name, ClusterStoreArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:GraphStore", name, options)
    {
        args.Check("GraphStore", name).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var cluster = CreateCluster(name, args, CreateSubnetGroup(name, args, child), CreateParameters(name, args, child), child);
        foreach (var key in args.Machines.Keys)
            CreateMachine($"{name}-{key}", key, args, cluster, child);
        AddressPath = new StoreAddresses($"{name}-addresses", new()
        {
            Naming = args.Naming,
            Location = args.Location,
            Store = name,
            Writer = cluster.Endpoint,
            Readers = cluster.ReaderEndpoint,
        }, new() { Parent = this }).Path;

        ConnectPolicy = cluster.ClusterResourceId.Apply(id => Connect(name, args, id).ToString());
        Telemetry = new ClusterTelemetry(name, args.Location.Region, cluster.ClusterIdentifier).OfGraph(hasReaders: args.Machines.Readers.Count > 0);
        RegisterOutputs();
    }

    /// <summary>Below which machines find the addresses, <c>read</c> and <c>write</c>.</summary>
    [Output("addressPath")]
    public string AddressPath { get; }

    public Telemetry Telemetry { get; }

    /// <summary>What a role needs to find the store and to read, write and delete in it by queries.</summary>
    public Output<string> ConnectPolicy { get; }

    private static PolicyDocument Connect(string name, ClusterStoreArgs args, string clusterResourceId) => new(
        StoreAddresses.Read(args.Naming, args.Location, name),
        new PolicyStatement
        {
            Sid = "QueryGraph",
            Action = ["neptune-db:DeleteDataViaQuery", "neptune-db:GetQueryStatus", "neptune-db:ReadDataViaQuery", "neptune-db:WriteDataViaQuery"],
            Resource = [args.Location.Arn("neptune-db", $"{clusterResourceId}/*")],
        });

    private static SubnetGroup CreateSubnetGroup(string name, ClusterStoreArgs args, CustomResourceOptions child) =>
        new(name, new SubnetGroupArgs
        {
            Region = args.Location.Region,
            Description = $"Data subnets of {name}",
            SubnetIds = args.Subnets.Select(subnet => subnet.Id).ToList(),
            Tags = args.Naming.Tags(name),
        }, child);

    // The family is part of the name: a new engine gets a new group, and the old one goes when nothing uses it any more.
    private static ClusterParameterGroup CreateParameters(string name, ClusterStoreArgs args, CustomResourceOptions child) =>
        new($"{name}-{Family.Replace('.', '-')}", new ClusterParameterGroupArgs
        {
            Region = args.Location.Region,
            Family = Family,
            Description = $"Settings of {name}",
            Parameters = new ClusterParameterGroupParameterArgs { Name = "neptune_enable_audit_log", Value = "1", ApplyMethod = "pending-reboot" },
            Tags = args.Naming.Tags($"{name}-{Family.Replace('.', '-')}"),
        }, child);

    private static Cluster CreateCluster(
        string name, ClusterStoreArgs args, SubnetGroup subnets, ClusterParameterGroup parameters, CustomResourceOptions child) =>
        new(name, new ClusterArgs
        {
            Region = args.Location.Region,
            Engine = "neptune",
            EngineVersion = Version,
            NeptuneSubnetGroupName = subnets.Name,
            NeptuneClusterParameterGroupName = parameters.Name,
            VpcSecurityGroupIds = args.SecurityGroupId,
            IamDatabaseAuthenticationEnabled = true,
            StorageEncrypted = true,
            KmsKeyArn = args.KeyArn,
            EnableCloudwatchLogsExports = "audit",
            BackupRetentionPeriod = args.BackupDays,
            PreferredBackupWindow = DatabaseWindows.Backup,
            PreferredMaintenanceWindow = DatabaseWindows.Maintenance,
            CopyTagsToSnapshot = true,
            DeletionProtection = args.DeletionProtection,
            SkipFinalSnapshot = false,
            FinalSnapshotIdentifier = args.FinalSnapshotOf(subnets.Name),
            Tags = args.Naming.TagsOfKept(name),
            // AWS moves minor versions in the maintenance window.
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection, IgnoreChanges = { "engineVersion" } }));

    private static void CreateMachine(string machine, string key, ClusterStoreArgs args, Cluster cluster, CustomResourceOptions child) =>
        _ = new ClusterInstance(machine, new ClusterInstanceArgs
        {
            Region = args.Location.Region,
            ClusterIdentifier = cluster.Id,
            Engine = "neptune",
            InstanceClass = args.Machines.Type,
            PromotionTier = key == DatabasePlace.PrimaryKey ? 0 : 1,
            PubliclyAccessible = false,
            AutoMinorVersionUpgrade = true,
            Tags = args.Naming.Tags(machine),
        }, child);
}
