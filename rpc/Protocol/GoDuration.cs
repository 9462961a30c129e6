using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Rpc.Protocol;

/// <summary>Durations as the protocol writes them: <c>5400000000000ns</c>, <c>1h30m</c>, <c>2.5s</c>.</summary>
public static partial class GoDuration
{
    /// <summary>Null for an empty text.</summary>
    /// <exception cref="FormatException">It is not a duration.</exception>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length == 0) return null;
        if (!Whole().IsMatch(text)) throw new FormatException($"'{text}' is not a duration; write for example 90s, 30m or 1h30m.");

        var ticks = Part().Matches(text).Sum(part =>
            double.Parse(part.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * TicksOf(part.Groups["unit"].Value));
        return TimeSpan.FromTicks((long)Math.Round(ticks));
    }

    private static double TicksOf(string unit) => unit switch
    {
        "h" => TimeSpan.TicksPerHour,
        "m" => TimeSpan.TicksPerMinute,
        "s" => TimeSpan.TicksPerSecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        "ns" => 1d / TimeSpan.NanosecondsPerTick,
        _ => TimeSpan.TicksPerMicrosecond,
    };

    [GeneratedRegex(@"^(\d+(\.\d+)?(h|ms|m|s|us|µs|ns))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<number>\d+(\.\d+)?)(?<unit>h|ms|m|s|us|µs|ns)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
