using System.Globalization;
using System.Text.RegularExpressions;

namespace Pulumi;

/// <summary>Durations as the engine writes them: numbers with units, such as <c>1h30m0.5s</c>.</summary>
internal static partial class GoDuration
{
    public static TimeSpan? Parse(string text)
    {
        if (text.Length == 0) return null;
        var ticks = 0d;
        foreach (Match part in Part().Matches(text))
            ticks += double.Parse(part.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * TicksOf(part.Groups["unit"].Value);
        return TimeSpan.FromTicks((long)ticks);
    }

    private static double TicksOf(string unit) => unit switch
    {
        "h" => TimeSpan.TicksPerHour,
        "m" => TimeSpan.TicksPerMinute,
        "s" => TimeSpan.TicksPerSecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        "us" or "µs" => TimeSpan.TicksPerMicrosecond,
        _ => 1d / TimeSpan.NanosecondsPerTick,
    };

    [GeneratedRegex("(?<number>[0-9.]+)(?<unit>h|ms|us|µs|ns|m|s)")]
    private static partial Regex Part();
}
