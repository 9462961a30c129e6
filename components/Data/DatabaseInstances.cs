using Pulumi;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace Infra.Components.Data;

/// <summary>The machines of one database in one region.</summary>
internal sealed class DatabaseInstances(string name, DatabaseArgs args, DatabasePlace place, DatabaseGround ground, CustomResourceOptions child)
{
    public const string Administrator = "dbowner";

    private const int InsightsDays = 7;

    private string Region => place.Location.Region;

    public ParameterGroup CreateParameters()
    {
        // The family is part of the name: a new engine gets a new group, and the old one goes when nothing uses it any more.
        var family = $"{name}-{args.Engine.Family.Replace('.', '-')}";
        return new(family, new ParameterGroupArgs
        {
            Region = Region,
            Family = args.Engine.Family,
            Description = $"Settings of {name}",
            Parameters = args.Engine.Settings.Select(setting => new ParameterGroupParameterArgs
            {
                Name = setting.Key,
                Value = setting.Value,
                // Taken for every setting, also for those that a running server cannot change.
                ApplyMethod = "pending-reboot",
            }).ToList(),
            Tags = args.Naming.Tags(family),
        }, child);
    }

    /// <param name="parameters">The group of the region.</param>
    /// <param name="password">Null leaves it to RDS.</param>
    public Instance CreatePrimary(ParameterGroup parameters, MasterPassword? password)
    {
        var instance = $"{name}-{DatabasePlace.PrimaryKey}";
        var inputs = Shared(instance, args.Machine.Type, parameters);
        inputs.Engine = args.Engine.Name;
        inputs.EngineVersion = args.Engine.Version;
        inputs.DbName = args.SchemaName;
        inputs.Username = Administrator;
        inputs.AllocatedStorage = args.Machine.StorageGibibytes;
        inputs.DbSubnetGroupName = ground.SubnetGroupName;
        inputs.KmsKeyId = ground.KeyArn;
        inputs.MultiAz = args.Safety.SurvivesZoneLoss;
        Keep(inputs, instance);
        if (password is null)
        {
            inputs.ManageMasterUserPassword = true;
            inputs.MasterUserSecretKmsKeyId = ground.KeyArn;
        }
        else
        {
            inputs.PasswordWo = password.Value;
            inputs.PasswordWoVersion = args.PasswordGeneration;
        }

        return new(instance, inputs, Protected());
    }

    public Instance CreateReplica(string key, DatabaseReplica replica, Instance primary, bool isSameRegion, ParameterGroup parameters)
    {
        var instance = $"{name}-{key}";
        var inputs = Shared(instance, replica.Type ?? args.Machine.Type, parameters);
        if (!isSameRegion)
        {
            // Within its region a replica takes both from its source, and RDS refuses to be told.
            inputs.DbSubnetGroupName = ground.SubnetGroupName;
            inputs.KmsKeyId = ground.KeyArn;
        }

        if (replica.Promoted)
        {
            inputs.MultiAz = args.Safety.SurvivesZoneLoss;
            Keep(inputs, instance);
        }
        else
        {
            inputs.ReplicateSourceDb = isSameRegion ? primary.Identifier : primary.Arn;
            inputs.SkipFinalSnapshot = true;
        }

        return new(instance, inputs, Protected());
    }

    private InstanceArgs Shared(string instance, string type, ParameterGroup parameters)
    {
        var inputs = new InstanceArgs
        {
            Region = Region,
            InstanceClass = type,
            StorageType = "gp3",
            // Also for replicas, which take it from their source: left out, it would read as a change that replaces them.
            StorageEncrypted = true,
            MaxAllocatedStorage = args.Machine.MaximumStorageGibibytes,
            VpcSecurityGroupIds = place.SecurityGroupId,
            ParameterGroupName = parameters.Name,
            PubliclyAccessible = false,
            IamDatabaseAuthenticationEnabled = true,
            EnabledCloudwatchLogsExports = args.Engine.LogExports,
            AutoMinorVersionUpgrade = true,
            MaintenanceWindow = DatabaseWindows.Maintenance,
            CopyTagsToSnapshot = true,
            DeletionProtection = args.Safety.DeletionProtection,
            PerformanceInsightsEnabled = DatabaseMachine.InsightsRunOn(type),
            Tags = args.Naming.Tags(instance),
        };
        if (DatabaseMachine.InsightsRunOn(type))
        {
            inputs.PerformanceInsightsKmsKeyId = ground.KeyArn;
            inputs.PerformanceInsightsRetentionPeriod = InsightsDays;
        }

        return inputs;
    }

    private void Keep(InstanceArgs inputs, string instance)
    {
        inputs.Tags = args.Naming.TagsOfKept(instance);
        inputs.BackupRetentionPeriod = args.Safety.BackupDays;
        inputs.BackupWindow = DatabaseWindows.Backup;
        inputs.SkipFinalSnapshot = false;
        inputs.FinalSnapshotIdentifier = ground.FinalSnapshotName(args.Naming, instance);
    }

    private CustomResourceOptions Protected() => CustomResourceOptions.Merge(child, new() { Protect = args.Safety.DeletionProtection });
}
