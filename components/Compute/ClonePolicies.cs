using Infra.Components.Edge;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;

namespace Infra.Components.Compute;

/// <summary>What scales a group: load, requests, the clock, and what past weeks let expect.</summary>
internal static class ClonePolicies
{
    public static void Create(
        string name, Location location, CloneScaling scaling, IReadOnlyList<BalancedTarget> targets, Group group, CustomResourceOptions child)
    {
        FollowCpu(name, location, scaling, group, child);
        if (scaling.RequestsPerMinute is { } requests)
            FollowRequests(name, location, requests, targets.Single(target => target.RequestLabel is not null), group, child);
        if (scaling.Forecast is not LoadForecast.None)
            FollowForecast(name, location, scaling, group, child);
        foreach (var schedule in scaling.Schedules)
            FollowSchedule(name, location, schedule, group, child);
    }

    private static void FollowCpu(string name, Location location, CloneScaling scaling, Group group, CustomResourceOptions child) =>
        _ = new Policy($"{name}-cpu", new PolicyArgs
        {
            Region = location.Region,
            AutoscalingGroupName = group.Name,
            PolicyType = "TargetTrackingScaling",
            TargetTrackingConfiguration = new PolicyTargetTrackingConfigurationArgs
            {
                TargetValue = scaling.CpuPercent,
                PredefinedMetricSpecification = new PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs
                {
                    PredefinedMetricType = "ASGAverageCPUUtilization",
                },
            },
        }, child);

    // AWS refuses to count requests of a target group that no listener names yet, so the whole balancer comes first.
    private static void FollowRequests(
        string name, Location location, int requests, BalancedTarget target, Group group, CustomResourceOptions child) =>
        _ = new Policy($"{name}-requests", new PolicyArgs
        {
            Region = location.Region,
            AutoscalingGroupName = group.Name,
            PolicyType = "TargetTrackingScaling",
            TargetTrackingConfiguration = new PolicyTargetTrackingConfigurationArgs
            {
                TargetValue = requests,
                PredefinedMetricSpecification = new PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs
                {
                    PredefinedMetricType = "ALBRequestCountPerTarget",
                    ResourceLabel = target.RequestLabel!,
                },
            },
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { target.Balancer } }));

    private static void FollowForecast(string name, Location location, CloneScaling scaling, Group group, CustomResourceOptions child) =>
        _ = new Policy($"{name}-forecast", new PolicyArgs
        {
            Region = location.Region,
            AutoscalingGroupName = group.Name,
            PolicyType = "PredictiveScaling",
            PredictiveScalingConfiguration = new PolicyPredictiveScalingConfigurationArgs
            {
                Mode = scaling.Forecast is LoadForecast.Followed ? "ForecastAndScale" : "ForecastOnly",
                MaxCapacityBreachBehavior = "HonorMaxCapacity",
                MetricSpecification = new PolicyPredictiveScalingConfigurationMetricSpecificationArgs
                {
                    TargetValue = scaling.CpuPercent,
                    PredefinedMetricPairSpecification =
                        new PolicyPredictiveScalingConfigurationMetricSpecificationPredefinedMetricPairSpecificationArgs
                        {
                            PredefinedMetricType = "ASGCPUUtilization",
                        },
                },
            },
        }, child);

    private static void FollowSchedule(string name, Location location, CloneSchedule schedule, Group group, CustomResourceOptions child) =>
        _ = new Schedule($"{name}-{schedule.Key}", new ScheduleArgs
        {
            Region = location.Region,
            AutoscalingGroupName = group.Name,
            ScheduledActionName = schedule.Key,
            Recurrence = schedule.Recurrence,
            TimeZone = schedule.TimeZone,
            MinSize = schedule.Minimum,
            MaxSize = schedule.Maximum,
            // How many there are within these bounds stays the scaler's decision.
            DesiredCapacity = -1,
        }, child);
}
