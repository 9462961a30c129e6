using System.Collections.Immutable;
using Infra.Components.Edge;
using Infra.Components.Networking;
using Infra.Components.Operations;
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

    /// <summary>Several types of machines, on demand and spot; null makes all clones of the machine's own type, on demand.</summary>
    public MachineMix? Mix { get; init; }

    public CloneLifecycle Lifecycle { get; init; } = new();

    /// <summary>What clones may do in AWS besides being reached through Session Manager: policy documents by a frozen key.</summary>
    public IReadOnlyDictionary<string, Output<string>> Permissions { get; init; } = ImmutableDictionary<string, Output<string>>.Empty;
}

/// <summary>Identical machines behind a load balancer, replaced a few at a time whenever their template changes.</summary>
public sealed class WebCluster : ComponentResource, IObserved
{
    private const int SecondsPerDay = 24 * 3600;

    public WebCluster(string name, WebClusterArgs args, ComponentResourceOptions? options = null)
        : base("infra:compute:WebCluster", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var role = CreateRole(name, args);
        var template = CloneTemplate.Create(name, args.Naming, args.Location, args.Machine, args.SecurityGroupId, role, child);
        var group = CreateGroup(name, args, template, child);
        CloneHooks.Create(name, args.Location, args.Lifecycle.Hooks, group, child);
        ClonePolicies.Create(name, args.Location, args.Scaling, args.Targets, group, child);

        GroupName = group.Name;
        RoleName = role.RoleName;
        Telemetry = CloneTelemetry.Of(name, args.Location.Region, group.Name);
        RegisterOutputs();
    }

    [Output("groupName")]
    public Output<string> GroupName { get; }

    [Output("roleName")]
    public Output<string> RoleName { get; }

    public Telemetry Telemetry { get; }

    private static Problems Check(string name, WebClusterArgs args) => new Problems("WebCluster", name)
        .Add(CloudName.Role.Check($"{name}-role"))
        .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.App))
        .Unless(args.Targets.Count > 0, "It has no target; expected is at least one, from the TargetOf of a load balancer.")
        .Unless(
            args.Scaling.RequestsPerMinute is null || args.Targets.Count(target => target.RequestLabel is not null) == 1,
            "RequestsPerMinute needs exactly one target of a LoadBalancer, whose requests are counted.")
        .Unless(
            args.Mix is null || args.Lifecycle.WarmPool is null,
            "A warm pool and a mix of machines exclude each other: AWS keeps no spot machines in reserve, and none that have weights.")
        .Add(args.Machine.Check())
        .Add(args.Scaling.Check())
        .Add(args.Mix?.Check(args.Scaling) ?? [])
        .Add(args.Lifecycle.Check(args.Scaling));

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
            LaunchTemplate = args.Mix is null ? (Input<GroupLaunchTemplateArgs>)CloneTemplate.NewestOf(template) : null,
            MixedInstancesPolicy = args.Mix is { } mix
                ? (Input<GroupMixedInstancesPolicyArgs>)CloneTemplate.NewestOf(template, mix)
                : null,
            // A spot machine that AWS is about to take gets its successor before it goes.
            CapacityRebalance = args.Mix?.UsesSpot ?? false,
            MaxInstanceLifetime = args.Lifecycle.LifeDays * SecondsPerDay ?? 0,
            WarmPool = PoolOf(args.Lifecycle),
            InitialLifecycleHooks = CloneHooks.AtCreation(args.Lifecycle.Hooks),
            InstanceRefresh = CloneTemplate.ReplacementUnder(args.Lifecycle.RollbackAlarms),
            Tags = CloneTemplate.GroupTags(args.Naming, name),
        }, CustomResourceOptions.Merge(child, new()
        {
            DependsOn = ZoneSubnet.WaysOutOf(args.Subnets),
            IgnoreChanges = { "desiredCapacity", "initialLifecycleHooks" },
        }));

    private static Input<GroupWarmPoolArgs>? PoolOf(CloneLifecycle lifecycle) => lifecycle.WarmPool is { } pool
        ? new GroupWarmPoolArgs { MinSize = pool.Minimum, PoolState = pool.IsRunning ? "Running" : "Stopped" }
        : (Input<GroupWarmPoolArgs>?)null;
}
