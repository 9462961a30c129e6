using System.Globalization;
using Pulumi;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Components.Compute;

/// <summary>What groups of identical machines have in common, whatever they do: the template and how a new one reaches the clones.</summary>
internal static class CloneTemplate
{
    private static readonly string[] LaunchedTypes = ["instance", "network-interface", "volume"];

    /// <summary>New clones come before old ones go.</summary>
    public static GroupInstanceRefreshArgs Replacement => ReplacementUnder(null);

    /// <summary>New clones come before old ones go; one of these alarms stops that and brings the old ones back.</summary>
    public static GroupInstanceRefreshArgs ReplacementUnder(InputList<string>? alarms) => new()
    {
        Strategy = "Rolling",
        Preferences = new GroupInstanceRefreshPreferencesArgs
        {
            MinHealthyPercentage = 100,
            MaxHealthyPercentage = 150,
            AutoRollback = true,
            SkipMatching = true,
            AlarmSpecification = alarms is null
                ? null
                : (Input<GroupInstanceRefreshPreferencesAlarmSpecificationArgs>)new GroupInstanceRefreshPreferencesAlarmSpecificationArgs
                {
                    Alarms = alarms,
                },
        },
    };

    public static LaunchTemplate Create(
        string name, Naming naming, Location location, Machine machine, Input<string> securityGroupId, InstanceRole role,
        CustomResourceOptions child) => new(name, new LaunchTemplateArgs
        {
            Region = location.Region,
            ImageId = machine.Image.Id,
            InstanceType = machine.InstanceType,
            UserData = machine.BootScript.Encoded,
            UpdateDefaultVersion = true,
            EbsOptimized = "true",
            IamInstanceProfile = new LaunchTemplateIamInstanceProfileArgs { Arn = role.ProfileArn },
            Monitoring = new LaunchTemplateMonitoringArgs { Enabled = true },
            MetadataOptions = new LaunchTemplateMetadataOptionsArgs
            {
                HttpEndpoint = "enabled",
                HttpTokens = "required",
                // One hop: nothing but the machine itself can read its credentials. Containers on it would need two.
                HttpPutResponseHopLimit = 1,
            },
            // With an interface here, a security group beside it is refused by EC2.
            NetworkInterfaces = new LaunchTemplateNetworkInterfaceArgs
            {
                DeviceIndex = 0,
                AssociatePublicIpAddress = "false",
                DeleteOnTermination = "true",
                SecurityGroups = securityGroupId,
            },
            BlockDeviceMappings = new LaunchTemplateBlockDeviceMappingArgs
            {
                DeviceName = machine.RootDevice,
                Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
                {
                    VolumeType = "gp3",
                    VolumeSize = machine.RootVolumeGibibytes,
                    Encrypted = "true",
                    DeleteOnTermination = "true",
                },
            },
            TagSpecifications = LaunchedTypes.Select(type => new LaunchTemplateTagSpecificationArgs
            {
                ResourceType = type,
                Tags = naming.Tags(name),
            }).ToList(),
            Tags = naming.Tags(name),
            // The whole role: a clone that starts before its permissions would fail its first calls.
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { role } }));

    /// <summary>The number, not $Latest: only a changed number starts a refresh, and only a number can be rolled back to.</summary>
    public static GroupLaunchTemplateArgs NewestOf(LaunchTemplate template) => new()
    {
        Id = template.Id,
        Version = NumberOf(template),
    };

    /// <summary>The same template on machines of several types.</summary>
    public static GroupMixedInstancesPolicyArgs NewestOf(LaunchTemplate template, MachineMix mix) => new()
    {
        InstancesDistribution = new GroupMixedInstancesPolicyInstancesDistributionArgs
        {
            OnDemandAllocationStrategy = "prioritized",
            OnDemandBaseCapacity = mix.OnDemandBase,
            OnDemandPercentageAboveBaseCapacity = mix.OnDemandPercent,
            SpotAllocationStrategy = "price-capacity-optimized",
        },
        LaunchTemplate = new GroupMixedInstancesPolicyLaunchTemplateArgs
        {
            LaunchTemplateSpecification = new GroupMixedInstancesPolicyLaunchTemplateLaunchTemplateSpecificationArgs
            {
                LaunchTemplateId = template.Id,
                Version = NumberOf(template),
            },
            Overrides = mix.Types.Select(type => new GroupMixedInstancesPolicyLaunchTemplateOverrideArgs
            {
                InstanceType = type.InstanceType,
                WeightedCapacity = type.Weight.ToString(CultureInfo.InvariantCulture),
            }).ToList(),
        },
    };

    public static List<GroupTagArgs> GroupTags(Naming naming, string name) =>
        [.. naming.Tags(name).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new GroupTagArgs
        {
            Key = tag.Key,
            Value = tag.Value,
            PropagateAtLaunch = true,
        })];

    private static Output<string> NumberOf(LaunchTemplate template) =>
        template.LatestVersion.Apply(version => version.ToString(CultureInfo.InvariantCulture));
}
