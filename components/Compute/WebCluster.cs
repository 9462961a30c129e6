using System.Collections.Immutable;
using System.Globalization;
using Infra.Components.Networking;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Components.Compute;

public sealed record WebClusterArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>App subnets, one per zone; clones are spread over all of them.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    public required InputList<string> TargetGroupArns { get; init; }

    public required Machine Machine { get; init; }

    public required CloneScaling Scaling { get; init; }

    /// <summary>What clones may do in AWS besides being reached through Session Manager: policy documents by a frozen key.</summary>
    public IReadOnlyDictionary<string, Output<string>> Permissions { get; init; } = ImmutableDictionary<string, Output<string>>.Empty;
}

/// <summary>Identical machines behind a load balancer, replaced a few at a time whenever their template changes.</summary>
public sealed class WebCluster : ComponentResource
{
    private static readonly string[] LaunchedTypes = ["instance", "network-interface", "volume"];

    public WebCluster(string name, WebClusterArgs args, ComponentResourceOptions? options = null)
        : base("infra:compute:WebCluster", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var role = CreateRole(name, args);
        var template = CreateTemplate(name, args, role, child);
        var group = CreateGroup(name, args, template, child);
        ScaleOnCpu(name, args, group, child);

        GroupName = group.Name;
        RoleName = role.RoleName;
        RegisterOutputs();
    }

    [Output("groupName")]
    public Output<string> GroupName { get; }

    [Output("roleName")]
    public Output<string> RoleName { get; }

    private static Problems Check(string name, WebClusterArgs args) => new Problems("WebCluster", name)
        .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.App))
        .Add(args.Machine.Check())
        .Add(args.Scaling.Check());

    private InstanceRole CreateRole(string name, WebClusterArgs args) =>
        new($"{name}-role", new() { Naming = args.Naming, Permissions = args.Permissions }, new() { Parent = this });

    private static LaunchTemplate CreateTemplate(string name, WebClusterArgs args, InstanceRole role, CustomResourceOptions child) =>
        new(name, new LaunchTemplateArgs
        {
            Region = args.Location.Region,
            ImageId = args.Machine.ImageId,
            InstanceType = args.Machine.InstanceType,
            UserData = args.Machine.BootScript.Encoded,
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
                SecurityGroups = args.SecurityGroupId,
            },
            BlockDeviceMappings = new LaunchTemplateBlockDeviceMappingArgs
            {
                DeviceName = args.Machine.RootDevice,
                Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
                {
                    VolumeType = "gp3",
                    VolumeSize = args.Machine.RootVolumeGibibytes,
                    Encrypted = "true",
                    DeleteOnTermination = "true",
                },
            },
            TagSpecifications = Launched(name, args),
            Tags = args.Naming.Tags(name),
            // The whole role: a clone that starts before its permissions would fail its first calls.
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { role } }));

    private static List<LaunchTemplateTagSpecificationArgs> Launched(string name, WebClusterArgs args) =>
        [.. LaunchedTypes.Select(type => new LaunchTemplateTagSpecificationArgs
        {
            ResourceType = type,
            Tags = args.Naming.Tags(name),
        })];

    private static Group CreateGroup(string name, WebClusterArgs args, LaunchTemplate template, CustomResourceOptions child) =>
        new(name, new GroupArgs
        {
            Region = args.Location.Region,
            MinSize = args.Scaling.Minimum,
            MaxSize = args.Scaling.Maximum,
            VpcZoneIdentifiers = args.Subnets.Select(subnet => subnet.Id).ToList(),
            TargetGroupArns = args.TargetGroupArns,
            HealthCheckType = "ELB",
            HealthCheckGracePeriod = args.Scaling.WarmUpSeconds,
            DefaultInstanceWarmup = args.Scaling.WarmUpSeconds,
            LaunchTemplate = new GroupLaunchTemplateArgs
            {
                Id = template.Id,
                // The number, not $Latest: only a changed number starts a refresh, and only a number can be rolled back to.
                Version = template.LatestVersion.Apply(version => version.ToString(CultureInfo.InvariantCulture)),
            },
            InstanceRefresh = new GroupInstanceRefreshArgs
            {
                Strategy = "Rolling",
                // New clones come before old ones go.
                Preferences = new GroupInstanceRefreshPreferencesArgs
                {
                    MinHealthyPercentage = 100,
                    MaxHealthyPercentage = 150,
                    AutoRollback = true,
                    SkipMatching = true,
                },
            },
            Tags = LaunchedByGroup(name, args),
        }, CustomResourceOptions.Merge(child, new() { IgnoreChanges = { "desiredCapacity" } }));

    private static List<GroupTagArgs> LaunchedByGroup(string name, WebClusterArgs args) =>
        [.. args.Naming.Tags(name).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new GroupTagArgs
        {
            Key = tag.Key,
            Value = tag.Value,
            PropagateAtLaunch = true,
        })];

    private static void ScaleOnCpu(string name, WebClusterArgs args, Group group, CustomResourceOptions child) =>
        _ = new Policy($"{name}-cpu", new PolicyArgs
        {
            Region = args.Location.Region,
            AutoscalingGroupName = group.Name,
            PolicyType = "TargetTrackingScaling",
            TargetTrackingConfiguration = new PolicyTargetTrackingConfigurationArgs
            {
                TargetValue = args.Scaling.CpuPercent,
                PredefinedMetricSpecification = new PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs
                {
                    PredefinedMetricType = "ASGAverageCPUUtilization",
                },
            },
        }, child);
}
