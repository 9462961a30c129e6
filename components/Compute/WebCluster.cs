using System.Collections.Immutable;
using Infra.Components.Edge;
using Infra.Components.Networking;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Compute;

public sealed record WebClusterArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>App subnets, one per zone; clones are spread over all of them.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Where load balancers look for these clones; a clone that one of them finds ill is replaced.</summary>
    public required IReadOnlyList<BalancedTarget> Targets { get; init; }

    public required Machine Machine { get; init; }

    public required CloneScaling Scaling { get; init; }

    /// <summary>What clones may do in AWS besides being reached through Session Manager: policy documents by a frozen key.</summary>
    public IReadOnlyDictionary<string, Output<string>> Permissions { get; init; } = ImmutableDictionary<string, Output<string>>.Empty;
}

/// <summary>Identical machines behind a load balancer, replaced a few at a time whenever their template changes.</summary>
public sealed class WebCluster : ComponentResource
{
    public WebCluster(string name, WebClusterArgs args, ComponentResourceOptions? options = null)
        : base("infra:compute:WebCluster", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var role = CreateRole(name, args);
        var template = CloneTemplate.Create(name, args.Naming, args.Location, args.Machine, args.SecurityGroupId, role, child);
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
        .Unless(args.Targets.Count > 0, "It has no target; expected is at least one, from the TargetOf of a load balancer.")
        .Add(args.Machine.Check())
        .Add(args.Scaling.Check());

    private InstanceRole CreateRole(string name, WebClusterArgs args) =>
        new($"{name}-role", new() { Naming = args.Naming, Permissions = args.Permissions }, new() { Parent = this });

    private static Group CreateGroup(string name, WebClusterArgs args, LaunchTemplate template, CustomResourceOptions child) =>
        new(name, new GroupArgs
        {
            Region = args.Location.Region,
            MinSize = args.Scaling.Minimum,
            MaxSize = args.Scaling.Maximum,
            VpcZoneIdentifiers = args.Subnets.Select(subnet => subnet.Id).ToList(),
            TargetGroupArns = args.Targets.Select(target => target.Arn).ToList(),
            HealthCheckType = "ELB",
            HealthCheckGracePeriod = args.Scaling.WarmUpSeconds,
            DefaultInstanceWarmup = args.Scaling.WarmUpSeconds,
            LaunchTemplate = CloneTemplate.NewestOf(template),
            InstanceRefresh = CloneTemplate.Replacement,
            Tags = CloneTemplate.GroupTags(args.Naming, name),
        }, CustomResourceOptions.Merge(child, new() { IgnoreChanges = { "desiredCapacity" } }));

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
