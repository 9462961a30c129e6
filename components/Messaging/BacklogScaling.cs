using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;

namespace Infra.Components.Messaging;

/// <summary>
/// Keeps the waiting jobs per worker at a target, by metric math inside the scaling policy: no function, no metric of one's own.
/// The math is that of the EC2 Auto Scaling user guide, target tracking using metric math, backlog per instance (read 2026-11):
/// the sum of waiting messages, divided by the average of instances in service, each over a minute.
/// </summary>
internal static class BacklogScaling
{
    /// <summary>Measured only where the group is told to.</summary>
    public const string WorkersInService = "GroupInServiceInstances";

    public const string Source = "AWS/AutoScaling";

    public const string Dimension = "AutoScalingGroupName";

    public static void Create(string name, WorkerPoolArgs args, Group group, CustomResourceOptions child) =>
        _ = new Policy($"{name}-backlog", new PolicyArgs
        {
            Region = args.Location.Region,
            AutoscalingGroupName = group.Name,
            PolicyType = "TargetTrackingScaling",
            TargetTrackingConfiguration = new PolicyTargetTrackingConfigurationArgs
            {
                TargetValue = args.Scaling.BacklogPerWorker,
                CustomizedMetricSpecification = new PolicyTargetTrackingConfigurationCustomizedMetricSpecificationArgs
                {
                    Metrics =
                    [
                        Measured("jobs", QueueTelemetry.Source, QueueTelemetry.Waiting, "Sum", QueueTelemetry.Dimension, args.Queue.QueueName),
                        Measured("workers", Source, WorkersInService, "Average", Dimension, group.Name),
                        new PolicyTargetTrackingConfigurationCustomizedMetricSpecificationMetricArgs
                        {
                            Id = "backlog",
                            Label = "Waiting jobs per worker",
                            Expression = "jobs / workers",
                            ReturnData = true,
                        },
                    ],
                },
            },
        }, child);

    private static PolicyTargetTrackingConfigurationCustomizedMetricSpecificationMetricArgs Measured(
        string id, string space, string metric, string statistic, string dimension, Input<string> value) => new()
        {
            Id = id,
            MetricStat = new PolicyTargetTrackingConfigurationCustomizedMetricSpecificationMetricMetricStatArgs
            {
                Stat = statistic,
                Metric = new PolicyTargetTrackingConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs
                {
                    Namespace = space,
                    MetricName = metric,
                    Dimensions = new PolicyTargetTrackingConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs
                    {
                        Name = dimension,
                        Value = value,
                    },
                },
            },
            ReturnData = false,
        };
}
