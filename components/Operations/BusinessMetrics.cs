using Infra.Components.Identity;
using Pulumi;

namespace Infra.Components.Operations;

/// <summary>Something that only the application can count, and that a healthy platform is no substitute for: orders, sign-ups.</summary>
/// <param name="Name">As the application reports it.</param>
/// <param name="Label">For people.</param>
public sealed record BusinessMetric(string Name, string Label)
{
    /// <summary>Fewer in an hour are an alarm, and so is silence; null where quiet hours are normal.</summary>
    public double? LeastPerHour { get; init; }
}

/// <summary>What the application reports in one region, into a namespace of its own.</summary>
public sealed class BusinessMetrics : IObserved
{
    private const int Hour = 3600;

    public BusinessMetrics(Naming naming, Location location, params IReadOnlyList<BusinessMetric> metrics)
    {
        Namespace = $"{naming.Product}/{naming.Environment}";
        ReportPolicy = new PolicyDocument(new PolicyStatement
        {
            Sid = "ReportMetrics",
            Action = ["cloudwatch:PutMetricData"],
            // The action knows no resources; the namespace is what confines it.
            Resource = ["*"],
            Condition = new() { StringEquals = new() { ["cloudwatch:namespace"] = Namespace } },
        }).ToString();
        Telemetry = new()
        {
            Source = $"business-{location.Region}",
            Region = location.Region,
            Alarms = [.. metrics.Where(metric => metric.LeastPerHour is not null).Select(TooFew)],
            Widgets = [.. metrics.Select(metric => new Widget(metric.Label, Count(metric, periodSeconds: 300)))],
        };
    }

    /// <summary>The application is told this name.</summary>
    public string Namespace { get; }

    /// <summary>What a role needs to report.</summary>
    public string ReportPolicy { get; }

    public Telemetry Telemetry { get; }

    private Alarm TooFew(BusinessMetric metric) => new()
    {
        Key = $"few-{KeyOf(metric.Name)}",
        Says = $"Fewer than {metric.LeastPerHour} {metric.Label} in an hour. Visitors may be kept from what they came for, however healthy the platform looks.",
        Measure = Count(metric, Hour),
        Comparison = Comparison.Below,
        Threshold = metric.LeastPerHour!.Value,
        Periods = 1,
        Silence = Silence.IsBad,
    };

    private Metric Count(BusinessMetric metric, int periodSeconds) => new()
    {
        Label = metric.Label,
        Namespace = Namespace,
        Name = metric.Name,
        Dimensions = new Dictionary<string, Input<string>>(),
        Statistic = Statistic.Sum,
        PeriodSeconds = periodSeconds,
    };

    // OrdersPlaced becomes orders-placed, and so do orders_placed and orders.placed.
    private static string KeyOf(string name)
    {
        var spaced = string.Concat(name.Select(letter =>
            char.IsAsciiLetterUpper(letter) ? $"-{letter}" : char.IsAsciiLetterOrDigit(letter) ? $"{letter}" : "-"));
        return string.Join('-', spaced.ToLowerInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}
