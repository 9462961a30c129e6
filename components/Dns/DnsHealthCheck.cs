using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Route53;

namespace Infra.Components.Dns;

public sealed record DnsHealthCheckArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required HealthProbe Probe { get; init; }

    /// <summary>Whom the alarm tells: topics in the region of global services.</summary>
    public IReadOnlyList<Input<string>> AlarmTopicArns { get; init; } = [];
}

/// <summary>A Route 53 health check that answers of routing groups can hang on, and an alarm that tells of it.</summary>
public sealed class DnsHealthCheck : ComponentResource
{
    public DnsHealthCheck(string name, DnsHealthCheckArgs args, ComponentResourceOptions? options = null)
        : base("infra:dns:DnsHealthCheck", name, options)
    {
        new Problems("DnsHealthCheck", name).Add(args.Probe.Check()).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var check = CreateCheck(name, args, child);
        CreateAlarm(name, args, check, child);

        CheckId = check.Id;
        RegisterOutputs();
    }

    [Output("checkId")]
    public Output<string> CheckId { get; }

    private static HealthCheck CreateCheck(string name, DnsHealthCheckArgs args, CustomResourceOptions child)
    {
        var check = new HealthCheckArgs { Tags = args.Naming.Tags(name) };
        args.Probe.WriteTo(check);
        return new(name, check, child);
    }

    private static void CreateAlarm(string name, DnsHealthCheckArgs args, HealthCheck check, CustomResourceOptions child)
    {
        var place = args.Location.Global();
        _ = new MetricAlarm($"{name}-{place.Region}", new MetricAlarmArgs
        {
            Region = place.Region,
            AlarmDescription = $"{args.Naming.For(name)} is not healthy",
            Namespace = "AWS/Route53",
            MetricName = "HealthCheckStatus",
            Dimensions = new InputMap<string> { ["HealthCheckId"] = check.Id },
            Statistic = "Minimum",
            ComparisonOperator = "LessThanThreshold",
            Threshold = 1,
            Period = 60,
            EvaluationPeriods = 2,
            TreatMissingData = "breaching",
            AlarmActions = args.AlarmTopicArns.ToList(),
            OkActions = args.AlarmTopicArns.ToList(),
            Tags = args.Naming.Tags($"{name}-{place.Region}"),
        }, child);
    }
}
