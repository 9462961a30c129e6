using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Infra.Components.Operations;

public sealed record AlarmsArgs
{
    public required Naming Naming { get; init; }

    /// <summary>Where the metrics are: an alarm sees no other region's.</summary>
    public required Location Location { get; init; }

    /// <summary>In the same region; see <see cref="AlarmTopic"/>.</summary>
    public required Input<string> TopicArn { get; init; }

    /// <summary>Of components of this region.</summary>
    public required IReadOnlyList<Telemetry> Telemetry { get; init; }
}

/// <summary>Every alarm of a region: what its components say of themselves, made real and told to people.</summary>
public sealed class Alarms : ComponentResource
{
    private readonly string _name;
    private readonly ImmutableDictionary<(string Source, string Key), MetricAlarm> _alarms;

    public Alarms(string name, AlarmsArgs args, ComponentResourceOptions? options = null)
        : base("infra:operations:Alarms", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        _name = name;
        _alarms = args.Telemetry.SelectMany(telemetry => telemetry.Alarms.Select(alarm => (telemetry.Source, Alarm: alarm)))
            .ToImmutableDictionary(made => (made.Source, made.Alarm.Key), made => Create($"{name}-{made.Source}-{made.Alarm.Key}", made.Alarm, args, child));
        AlarmArns = [.. args.Telemetry.SelectMany(telemetry => telemetry.Alarms.Select(alarm => _alarms[(telemetry.Source, alarm.Key)].Arn))];
        RegisterOutputs();
    }

    /// <summary>In the order of the sources and their alarms.</summary>
    public IReadOnlyList<Output<string>> AlarmArns { get; }

    /// <exception cref="RunException">The source has no such alarm.</exception>
    public Output<string> ArnOf(string source, string key) => Find(source, key).Arn;

    /// <summary>For health checks.</summary>
    /// <exception cref="RunException">The source has no such alarm.</exception>
    public WatchedAlarm Watched(string source, string key) => WatchedAlarm.Of(Find(source, key));

    private MetricAlarm Find(string source, string key) => _alarms.TryGetValue((source, key), out var alarm)
        ? alarm
        : throw new RunException($"Alarms '{_name}' has no alarm '{key}' of {source}; there are: "
            + $"{string.Join(", ", _alarms.Keys.Select(made => $"{made.Key} of {made.Source}").Order(StringComparer.Ordinal))}.");

    private static Problems Check(string name, AlarmsArgs args) => new Problems("Alarms", name)
        .Add(args.Telemetry.SelectMany(telemetry => telemetry.Check()))
        .Add(args.Telemetry.Where(telemetry => telemetry.Region != args.Location.Region)
            .Select(telemetry => $"{telemetry.Source} is in {telemetry.Region}; expected are sources in {args.Location.Region}, "
                + "because an alarm never sees metrics of another region."))
        .Add(args.Telemetry.GroupBy(telemetry => telemetry.Source).Where(same => same.Count() > 1)
            .Select(same => $"The telemetry of {same.Key} is given {same.Count()} times; expected is each source once. "
                + "If these are two, tell them apart: telemetry with { Source = \"another-name\" }."));

    private static MetricAlarm Create(string alarmName, Alarm alarm, AlarmsArgs args, CustomResourceOptions child)
    {
        var made = new MetricAlarmArgs
        {
            Region = args.Location.Region,
            AlarmDescription = alarm.Says,
            ComparisonOperator = alarm.Comparison switch
            {
                Comparison.Above => "GreaterThanThreshold",
                Comparison.AtLeast => "GreaterThanOrEqualToThreshold",
                Comparison.Below => "LessThanThreshold",
                _ => "LessThanOrEqualToThreshold",
            },
            Threshold = alarm.Threshold,
            EvaluationPeriods = alarm.Periods,
            // Where all periods must be bad it would say nothing.
            DatapointsToAlarm = alarm.BadPeriods is { } bad ? bad : (Input<int>?)null,
            TreatMissingData = alarm.Silence switch
            {
                Silence.IsFine => "notBreaching",
                Silence.IsBad => "breaching",
                _ => "ignore",
            },
            AlarmActions = args.TopicArn,
            // Whoever was woken also wants to know that it is over.
            OkActions = args.TopicArn,
            Tags = args.Naming.Tags(alarmName),
        };
        Look(made, alarm.Measure);
        return new(alarmName, made, child);
    }

    private static void Look(MetricAlarmArgs made, Measure measure)
    {
        if (measure is Formula formula)
        {
            made.MetricQueries = QueriesOf(formula);
            return;
        }

        var metric = (Metric)measure;
        made.Namespace = metric.Namespace;
        made.MetricName = metric.Name;
        made.Dimensions = Dimensions(metric);
        made.Period = metric.PeriodSeconds;
        if (metric.Statistic.IsExtended) made.ExtendedStatistic = metric.Statistic.Name;
        else made.Statistic = metric.Statistic.Name;
    }

    private static List<MetricAlarmMetricQueryArgs> QueriesOf(Formula formula) =>
    [
        new() { Id = "result", Expression = formula.Expression, Label = formula.Label, ReturnData = true },
        .. formula.Metrics.Select(operand => new MetricAlarmMetricQueryArgs
        {
            Id = operand.Id,
            Label = operand.Metric.Label,
            Metric = new MetricAlarmMetricQueryMetricArgs
            {
                Namespace = operand.Metric.Namespace,
                MetricName = operand.Metric.Name,
                Dimensions = Dimensions(operand.Metric),
                Stat = operand.Metric.Statistic.Name,
                Period = operand.Metric.PeriodSeconds,
            },
        }),
    ];

    private static InputMap<string> Dimensions(Metric metric)
    {
        var dimensions = new InputMap<string>();
        foreach (var (key, value) in metric.Dimensions)
            dimensions.Add(key, value);
        return dimensions;
    }
}
