using Pulumi;
using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace Infra.Components.Data;

/// <summary>The cluster of one region and its machines.</summary>
internal sealed class AuroraCluster(string name, AuroraArgs args, DatabasePlace place, DatabaseGround ground, CustomResourceOptions child)
{
    private const int InsightsDays = 7;
    private const int CooldownSeconds = 300;

    private string Region => place.Location.Region;

    /// <param name="password">Null leaves it to RDS.</param>
    public Cluster CreateWriting(MasterPassword? password)
    {
        var inputs = Shared();
        inputs.DatabaseName = args.SchemaName;
        inputs.MasterUsername = DatabaseInstances.Administrator;
        if (password is null)
        {
            inputs.ManageMasterUserPassword = true;
            inputs.MasterUserSecretKmsKeyId = ground.KeyArn;
        }
        else
        {
            inputs.MasterPasswordWo = password.Value;
            inputs.MasterPasswordWoVersion = args.PasswordGeneration;
        }

        // Set by AWS when a global database is made of the cluster.
        return new(name, inputs, CustomResourceOptions.Merge(Kept(), new() { IgnoreChanges = { "globalClusterIdentifier" } }));
    }

    /// <param name="global">Of which it becomes a part.</param>
    public Cluster CreateFollowing(GlobalCluster global)
    {
        var inputs = Shared();
        inputs.GlobalClusterIdentifier = global.GlobalClusterIdentifier;
        // A region that joins later must have the version that the others have by then. Upgrades are made through the global database.
        inputs.EngineVersion = global.EngineVersionActual;
        return new(name, inputs, CustomResourceOptions.Merge(Kept(), new() { IgnoreChanges = { "engineVersion" } }));
    }

    /// <returns>The first machine, which writes where the cluster does.</returns>
    public ClusterInstance CreateMachines(Cluster cluster)
    {
        var first = CreateMachine(DatabasePlace.PrimaryKey, 0, cluster);
        foreach (var key in args.Machines.Readers)
            _ = CreateMachine(key, 1, cluster);
        return first;
    }

    public void ScaleReaders(Cluster cluster, ClusterInstance writer)
    {
        var target = new Target($"{name}-readers", new TargetArgs
        {
            Region = Region,
            ServiceNamespace = "rds",
            ScalableDimension = "rds:cluster:ReadReplicaCount",
            ResourceId = cluster.ClusterIdentifier.Apply(id => $"cluster:{id}"),
            MinCapacity = args.Machines.Readers.Count,
            MaxCapacity = args.Machines.MaximumReaders,
            Tags = args.Naming.Tags($"{name}-readers"),
            // The scaler refuses a cluster without a machine.
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { writer } }));

        _ = new Policy($"{name}-readers", new PolicyArgs
        {
            Region = Region,
            PolicyType = "TargetTrackingScaling",
            ServiceNamespace = target.ServiceNamespace,
            ScalableDimension = target.ScalableDimension,
            ResourceId = target.ResourceId,
            TargetTrackingScalingPolicyConfiguration = new PolicyTargetTrackingScalingPolicyConfigurationArgs
            {
                TargetValue = args.Machines.ReaderCpuPercent,
                ScaleInCooldown = CooldownSeconds,
                ScaleOutCooldown = CooldownSeconds,
                PredefinedMetricSpecification = new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                {
                    PredefinedMetricType = "RDSReaderAverageCPUUtilization",
                },
            },
        }, child);
    }

    private ClusterArgs Shared() => new()
    {
        Region = Region,
        Engine = args.Engine.AuroraName,
        EngineVersion = args.Engine.AuroraVersion,
        DbSubnetGroupName = ground.SubnetGroupName,
        VpcSecurityGroupIds = place.SecurityGroupId,
        DbClusterParameterGroupName = CreateParameters().Name,
        StorageEncrypted = true,
        KmsKeyId = ground.KeyArn,
        EnableGlobalWriteForwarding = !args.WritesIn(place),
        IamDatabaseAuthenticationEnabled = true,
        EnabledCloudwatchLogsExports = args.Engine.AuroraLogExports,
        BackupRetentionPeriod = args.BackupDays,
        PreferredBackupWindow = DatabaseWindows.Backup,
        PreferredMaintenanceWindow = DatabaseWindows.Maintenance,
        CopyTagsToSnapshot = true,
        DeletionProtection = args.DeletionProtection,
        SkipFinalSnapshot = false,
        FinalSnapshotIdentifier = ground.FinalSnapshotName(args.Naming, name),
        Tags = args.Naming.TagsOfKept(name),
    };

    // Which cluster writes is not the program's to say once the roles have been switched.
    private CustomResourceOptions Kept() => CustomResourceOptions.Merge(
        child, new() { Protect = args.DeletionProtection, IgnoreChanges = { "replicationSourceIdentifier" } });

    private ClusterParameterGroup CreateParameters()
    {
        // The family is part of the name: a new engine gets a new group, and the old one goes when nothing uses it any more.
        var family = $"{name}-{args.Engine.AuroraFamily.Replace('.', '-')}";
        return new(family, new ClusterParameterGroupArgs
        {
            Region = Region,
            Family = args.Engine.AuroraFamily,
            Description = $"Settings of {name}",
            Parameters = new ClusterParameterGroupParameterArgs
            {
                Name = args.Engine.AuroraTlsSetting.Name,
                Value = args.Engine.AuroraTlsSetting.Value,
                ApplyMethod = "pending-reboot",
            },
            Tags = args.Naming.Tags(family),
        }, child);
    }

    private ClusterInstance CreateMachine(string key, int promotionTier, Cluster cluster)
    {
        var machine = $"{name}-{key}";
        var hasInsights = DatabaseMachine.InsightsRunOnAurora(args.Machines.Type, args.Engine);
        var inputs = new ClusterInstanceArgs
        {
            Region = Region,
            ClusterIdentifier = cluster.Id,
            Engine = args.Engine.AuroraType,
            InstanceClass = args.Machines.Type,
            PubliclyAccessible = false,
            PromotionTier = promotionTier,
            AutoMinorVersionUpgrade = true,
            CopyTagsToSnapshot = true,
            PerformanceInsightsEnabled = hasInsights,
            Tags = args.Naming.Tags(machine),
        };
        if (hasInsights)
        {
            inputs.PerformanceInsightsKmsKeyId = ground.KeyArn;
            inputs.PerformanceInsightsRetentionPeriod = InsightsDays;
        }

        return new(machine, inputs, child);
    }
}
