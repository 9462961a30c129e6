namespace Infra.Components.Operations;

public enum Comparison
{
    Above,
    AtLeast,
    Below,
    AtMost,
}

/// <summary>What silence means.</summary>
public enum Silence
{
    /// <summary>Nothing happened: errors are reported when there are some.</summary>
    IsFine,

    /// <summary>Whoever should report is gone.</summary>
    IsBad,

    /// <summary>Neither; the alarm keeps its state.</summary>
    SaysNothing,
}

/// <summary>When people are told.</summary>
public sealed record Alarm
{
    // CloudWatch API reference, PutMetricAlarm, read 2026-11.
    private const int LongestDescription = 1024;
    private const int LongestWindowSeconds = 7 * 86_400;
    private const int LongestWindowOfShortPeriodsSeconds = 86_400;
    private const int ShortPeriodSeconds = 3_600;

    /// <summary>Unique within its source and frozen: it names the alarm.</summary>
    public required string Key { get; init; }

    /// <summary>What is wrong, and where to look first: it is read at night.</summary>
    public required string Says { get; init; }

    public required Measure Measure { get; init; }

    public required Comparison Comparison { get; init; }

    public required double Threshold { get; init; }

    /// <summary>How many periods are looked at.</summary>
    public required int Periods { get; init; }

    /// <summary>How many of them must be bad; all by default.</summary>
    public int? BadPeriods { get; init; }

    public Silence Silence { get; init; } = Silence.IsFine;

    internal IEnumerable<string> Check(string region)
    {
        if (!Naming.IsWord(Key))
            yield return $"'{Key}' is no key; expected are lower-case words joined by hyphens.";
        if (Says.Length is 0 or > LongestDescription)
            yield return $"it says {Says.Length} characters; allowed are 1 to {LongestDescription}.";
        if (Periods < 1)
            yield return $"Periods is {Periods}; expected is at least 1.";
        if (BadPeriods is { } bad && (bad < 1 || bad > Periods))
            yield return $"BadPeriods is {bad}; allowed is 1 to Periods, which is {Periods}.";
        var period = Measure.Metrics.Select(entry => entry.Metric.PeriodSeconds).DefaultIfEmpty(0).Max();
        var longest = period < ShortPeriodSeconds ? LongestWindowOfShortPeriodsSeconds : LongestWindowSeconds;
        if (Periods * period > longest)
            yield return $"it looks at {Periods * period} s; allowed is a day, {LongestWindowOfShortPeriodsSeconds} s, "
                + "or seven days for periods of an hour and more.";
        foreach (var problem in Measure.Check(region))
            yield return problem;
    }
}
