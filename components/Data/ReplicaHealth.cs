using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Route53;

namespace Infra.Components.Data;

public sealed record ReplicaHealthArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>The identifier of the replica's instance.</summary>
    public required Input<string> Identifier { get; init; }
}

/// <summary>
/// Whether a replica answers with what the primary knows. Checkers of Route 53 cannot reach a private address, so they look at alarms:
/// one for a replica that falls behind or says nothing, one for a replication that has stopped, which MySQL reports as a lag of -1.
/// </summary>
public sealed class ReplicaHealth : ComponentResource
{
    private const int TolerableLagSeconds = 30;

    public ReplicaHealth(string name, ReplicaHealthArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:ReplicaHealth", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var behind = CreateAlarm($"{name}-behind", args, "GreaterThanThreshold", TolerableLagSeconds, child);
        var stopped = CreateAlarm($"{name}-stopped", args, "LessThanThreshold", 0, child);

        HealthCheckId = Both(name, args, [Check($"{name}-behind", args, behind, child), Check($"{name}-stopped", args, stopped, child)], child).Id;
        RegisterOutputs();
    }

    [Output("healthCheckId")]
    public Output<string> HealthCheckId { get; }

    // Route 53 takes alarms of one metric only, without metric math (Route 53 Developer Guide, read 2026-11).
    private static MetricAlarm CreateAlarm(
        string name, ReplicaHealthArgs args, string comparison, int threshold, CustomResourceOptions child) =>
        new(name, new MetricAlarmArgs
        {
            Region = args.Location.Region,
            AlarmDescription = "The replica gets no more reads while this alarm is on",
            Namespace = "AWS/RDS",
            MetricName = "ReplicaLag",
            Dimensions = new InputMap<string> { ["DBInstanceIdentifier"] = args.Identifier },
            Statistic = "Average",
            ComparisonOperator = comparison,
            Threshold = threshold,
            Period = 60,
            EvaluationPeriods = 2,
            // A replica that is down has no lag.
            TreatMissingData = "breaching",
            Tags = args.Naming.Tags(name),
        }, child);

    private static HealthCheck Check(string name, ReplicaHealthArgs args, MetricAlarm alarm, CustomResourceOptions child)
    {
        var watched = WatchedAlarm.Of(alarm);
        return new(name, new HealthCheckArgs
        {
            Type = "CLOUDWATCH_METRIC",
            CloudwatchAlarmName = watched.Name,
            CloudwatchAlarmRegion = args.Location.Region,
            Triggers = watched.Copied,
            // The check reads the metric itself. If all replicas say nothing, Route 53 answers as if all were well.
            InsufficientDataHealthStatus = "Unhealthy",
            Tags = args.Naming.Tags(name),
        }, child);
    }

    private static HealthCheck Both(string name, ReplicaHealthArgs args, IReadOnlyList<HealthCheck> checks, CustomResourceOptions child) =>
        new(name, new HealthCheckArgs
        {
            Type = "CALCULATED",
            ChildHealthchecks = checks.Select(check => check.Id).ToList(),
            ChildHealthThreshold = checks.Count,
            Tags = args.Naming.Tags(name),
        }, child);
}
