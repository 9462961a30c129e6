using System.Collections.Immutable;
using Infra.Components.Compute;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.Ec2;

namespace Infra.Components.Messaging;

public sealed record WorkerPoolArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>App subnets, one per zone; workers are spread over all of them.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    public required JobQueue Queue { get; init; }

    public required Machine Machine { get; init; }

    public required WorkerScaling Scaling { get; init; }

    /// <summary>What workers may do in AWS besides working on their queue: policy documents by a frozen key.</summary>
    public IReadOnlyDictionary<string, Output<string>> Permissions { get; init; } = ImmutableDictionary<string, Output<string>>.Empty;
}

/// <summary>Identical machines that fetch jobs from one queue, as many as the waiting jobs need. Nothing connects to them.</summary>
public sealed class WorkerPool : ComponentResource, IObserved
{
    /// <summary>The key of the permission to work on the queue.</summary>
    private const string QueuePermission = "queue";

    // EC2 Auto Scaling API reference, PutLifecycleHook, read 2026-11.
    private const int ShortestHeartbeatSeconds = 30;
    private const int LongestHeartbeatSeconds = 7200;

    public WorkerPool(string name, WorkerPoolArgs args, ComponentResourceOptions? options = null)
        : base("infra:messaging:WorkerPool", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var role = CreateRole(name, args);
        var template = CloneTemplate.Create(name, args.Naming, args.Location, args.Machine, args.SecurityGroupId, role, child);
        var group = CreateGroup(name, args, template, child);
        CloneHooks.Create(name, args.Location, [FinishBeforeTheEnd(args)], group, child);
        BacklogScaling.Create(name, args, group, child);

        GroupName = group.Name;
        RoleName = role.RoleName;
        Telemetry = WorkerTelemetry.Of(name, args, group.Name);
        RegisterOutputs();
    }

    [Output("groupName")]
    public Output<string> GroupName { get; }

    [Output("roleName")]
    public Output<string> RoleName { get; }

    public Telemetry Telemetry { get; }

    private static Problems Check(string name, WorkerPoolArgs args) => new Problems("WorkerPool", name)
        .Add(ZoneSubnet.Check(args.Subnets, SubnetTier.App))
        .Add(args.Machine.Check())
        .Add(args.Scaling.Check(args.Queue.Handling))
        .Unless(!args.Permissions.ContainsKey(QueuePermission), $"Permissions holds '{QueuePermission}', which the pool itself adds.");

    private InstanceRole CreateRole(string name, WorkerPoolArgs args)
    {
        var permissions = args.Permissions.Append(new(QueuePermission, args.Queue.WorkPolicy)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        return new($"{name}-role", new() { Naming = args.Naming, Permissions = permissions }, new() { Parent = this });
    }

    private static Group CreateGroup(string name, WorkerPoolArgs args, LaunchTemplate template, CustomResourceOptions child) =>
        new(name, new GroupArgs
        {
            Region = args.Location.Region,
            MinSize = args.Scaling.Minimum,
            MaxSize = args.Scaling.Maximum,
            VpcZoneIdentifiers = args.Subnets.Select(subnet => subnet.Id).ToList(),
            HealthCheckType = "EC2",
            HealthCheckGracePeriod = args.Scaling.WarmUpSeconds,
            DefaultInstanceWarmup = args.Scaling.WarmUpSeconds,
            EnabledMetrics = Pulumi.Aws.AutoScaling.Metric.GroupInServiceInstances,
            MetricsGranularity = "1Minute",
            LaunchTemplate = CloneTemplate.NewestOf(template),
            InstanceRefresh = CloneTemplate.Replacement,
            Tags = CloneTemplate.GroupTags(args.Naming, name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = ZoneSubnet.WaysOutOf(args.Subnets), IgnoreChanges = { "desiredCapacity" } }));

    // A worker sees in its metadata that it is to go, takes no more jobs, and has the time of one job to finish.
    private static Compute.LifecycleHook FinishBeforeTheEnd(WorkerPoolArgs args) => new()
    {
        Key = "finish-job",
        Moment = LifecycleMoment.Terminating,
        TimeoutSeconds = Math.Clamp(args.Queue.Handling.SecondsPerJob, ShortestHeartbeatSeconds, LongestHeartbeatSeconds),
        ContinuesUnanswered = true,
    };
}
