using Infra.Components.Identity;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.DocDB;
using Pulumi.Aws.DocDB.Inputs;

namespace Infra.Components.Data;

/// <summary>
/// A DocumentDB cluster. Machines log in with the role they have; the administrator's password is managed by AWS.
/// </summary>
public sealed class DocumentStore : ComponentResource, IObserved
{
    private const string Version = "5.0.0";
    private const string Family = "docdb5.0";
    private const string Administrator = "dbowner";

    public DocumentStore(string name, ClusterStoreArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:DocumentStore", name, options)
    {
        args.Check("DocumentStore", name).ThrowIfAny();

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

        AdministratorSecretArn = cluster.MasterUserSecrets.Apply(secrets => secrets.IsDefaultOrEmpty ? "" : secrets[0].SecretArn ?? "");
        ConnectPolicy = new PolicyDocument(StoreAddresses.Read(args.Naming, args.Location, name)).ToString();
        Telemetry = new ClusterTelemetry(name, args.Location.Region, cluster.ClusterIdentifier).OfDocuments(hasReaders: args.Machines.Readers.Count > 0);
        RegisterOutputs();
    }

    /// <summary>Below which machines find the addresses, <c>read</c> and <c>write</c>.</summary>
    [Output("addressPath")]
    public string AddressPath { get; }

    [Output("administratorSecretArn")]
    public Output<string> AdministratorSecretArn { get; }

    public Telemetry Telemetry { get; }

    /// <summary>What a role needs to find the store. What it may do there is said in the store, by the role's ARN.</summary>
    public string ConnectPolicy { get; }

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
            Parameters =
            [
                new ClusterParameterGroupParameterArgs { Name = "audit_logs", Value = "enabled", ApplyMethod = "pending-reboot" },
                new ClusterParameterGroupParameterArgs { Name = "tls", Value = "enabled", ApplyMethod = "pending-reboot" },
            ],
            Tags = args.Naming.Tags($"{name}-{Family.Replace('.', '-')}"),
        }, child);

    private static Cluster CreateCluster(
        string name, ClusterStoreArgs args, SubnetGroup subnets, ClusterParameterGroup parameters, CustomResourceOptions child) =>
        new(name, new ClusterArgs
        {
            Region = args.Location.Region,
            Engine = "docdb",
            EngineVersion = Version,
            MasterUsername = Administrator,
            ManageMasterUserPassword = true,
            DbSubnetGroupName = subnets.Name,
            DbClusterParameterGroupName = parameters.Name,
            VpcSecurityGroupIds = args.SecurityGroupId,
            StorageEncrypted = true,
            KmsKeyId = args.KeyArn,
            EnabledCloudwatchLogsExports = "audit",
            BackupRetentionPeriod = args.BackupDays,
            PreferredBackupWindow = DatabaseWindows.Backup,
            PreferredMaintenanceWindow = DatabaseWindows.Maintenance,
            DeletionProtection = args.DeletionProtection,
            SkipFinalSnapshot = false,
            FinalSnapshotIdentifier = args.FinalSnapshotOf(subnets.Name),
            Tags = args.Naming.TagsOfKept(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));

    private static void CreateMachine(string machine, string key, ClusterStoreArgs args, Cluster cluster, CustomResourceOptions child) =>
        _ = new ClusterInstance(machine, new ClusterInstanceArgs
        {
            Region = args.Location.Region,
            ClusterIdentifier = cluster.Id,
            Engine = "docdb",
            InstanceClass = args.Machines.Type,
            PromotionTier = key == DatabasePlace.PrimaryKey ? 0 : 1,
            AutoMinorVersionUpgrade = true,
            CopyTagsToSnapshot = true,
            Tags = args.Naming.Tags(machine),
        }, child);
}
