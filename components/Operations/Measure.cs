using System.Globalization;
using Pulumi;

namespace Infra.Components.Operations;

/// <summary>A line over time: one of CloudWatch's metrics, or a formula over some.</summary>
public abstract record Measure
{
    private protected Measure()
    {
    }

    public required string Label { get; init; }

    /// <summary>The metrics that it is made of, by the names that a formula gives them.</summary>
    internal abstract IReadOnlyList<(string Id, Metric Metric)> Metrics { get; }

    /// <summary>What CloudWatch would refuse or never answer.</summary>
    /// <param name="region">Where it is asked for.</param>
    internal abstract IEnumerable<string> Check(string region);
}

public sealed record Metric : Measure
{
    /// <summary>Of global services, whose metrics AWS keeps in one region only (CloudFront and Route 53 developer guides, monitoring, read 2026-11).</summary>
    private static readonly string[] GlobalNamespaces = ["AWS/CloudFront", "AWS/Route53"];
    private const string GlobalRegion = "us-east-1";

    private static readonly int[] ShortPeriods = [10, 20, 30];

    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyDictionary<string, Input<string>> Dimensions { get; init; }

    public required Statistic Statistic { get; init; }

    /// <summary>10, 20, 30 or a multiple of 60 (CloudWatch API reference, PutMetricAlarm, read 2026-11).</summary>
    public int PeriodSeconds { get; init; } = 60;

    internal override IReadOnlyList<(string Id, Metric Metric)> Metrics => [("m", this)];

    internal override IEnumerable<string> Check(string region)
    {
        if (!ShortPeriods.Contains(PeriodSeconds) && (PeriodSeconds < 60 || PeriodSeconds % 60 != 0))
            yield return $"the period of {Name} is {PeriodSeconds} s; allowed is 10, 20, 30 or a multiple of 60.";
        if (GlobalNamespaces.Contains(Namespace) && region != GlobalRegion)
            yield return $"{Name} is a metric of {Namespace}, which exist in {GlobalRegion} alone; here it is {region}.";
        foreach (var problem in Statistic.Check())
            yield return problem;
    }
}

/// <summary>Metric math over metrics that have names of their own in it, such as <c>errors / requests * 100</c>.</summary>
public sealed record Formula : Measure
{
    /// <summary>Metrics of one alarm (CloudWatch user guide, "Create an alarm based on a metric math expression", read 2026-11).</summary>
    public const int MaximumMetrics = 10;

    public required string Expression { get; init; }

    /// <summary>By names that begin with a lower-case letter.</summary>
    public required IReadOnlyDictionary<string, Metric> Operands { get; init; }

    internal override IReadOnlyList<(string Id, Metric Metric)> Metrics =>
        [.. Operands.OrderBy(operand => operand.Key, StringComparer.Ordinal).Select(operand => (operand.Key, operand.Value))];

    internal override IEnumerable<string> Check(string region)
    {
        if (Operands.Count is 0 or > MaximumMetrics)
            yield return $"the formula '{Expression}' has {Operands.Count} metrics; allowed are 1 to {MaximumMetrics}.";
        foreach (var (id, metric) in Metrics)
        {
            if (!char.IsAsciiLetterLower(id.FirstOrDefault()) || !id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
                yield return $"'{id}' cannot name a metric in a formula; expected are a lower-case letter, then letters, digits and underscores.";
            else if (!Expression.Contains(id, StringComparison.Ordinal))
                yield return $"the formula '{Expression}' does not use {id}.";
            foreach (var problem in metric.Check(region))
                yield return problem;
        }
    }
}

/// <summary>What becomes of the values of a period.</summary>
public sealed record Statistic
{
    private readonly double? _percent;

    private Statistic(string name, double? percent = null) => (Name, _percent) = (name, percent);

    public static Statistic Average { get; } = new("Average");

    public static Statistic Sum { get; } = new("Sum");

    public static Statistic Minimum { get; } = new("Minimum");

    public static Statistic Maximum { get; } = new("Maximum");

    /// <param name="percent">Above 0, below 100.</param>
    public static Statistic Percentile(double percent) => new(string.Create(CultureInfo.InvariantCulture, $"p{percent}"), percent);

    public string Name { get; }

    /// <summary>Alarms name percentiles in a property of its own.</summary>
    public bool IsExtended => _percent is not null;

    public override string ToString() => Name;

    internal IEnumerable<string> Check()
    {
        if (_percent is <= 0 or >= 100)
            yield return $"the statistic {Name} is no percentile; allowed is above 0 and below 100.";
    }
}
