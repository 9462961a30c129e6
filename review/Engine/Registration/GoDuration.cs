using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Review.Engine.Registration;

/// <summary>Durations as the engine writes them: <c>5400000000000ns</c>, <c>1h30m</c>, <c>2.5s</c>.</summary>
public static partial class GoDuration
{
    /// <summary>Null for an empty text.</summary>
    /// <exception cref="FormatException">It is not a duration.</exception>
    public static double? Seconds(string text)
    {
        if (text.Length == 0) return null;
        if (!Whole().IsMatch(text)) throw new FormatException($"'{text}' is not a duration; write for example 90s, 30m or 1h30m.");

        return Part().Matches(text).Sum(part =>
            double.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * UnitInSeconds(part.Groups[2].Value));
    }

    private static double UnitInSeconds(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "ns" => 1e-9,
        _ => 1e-6,
    };

    [GeneratedRegex(@"^(\d+(\.\d+)?(h|ms|m|s|us|µs|ns))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
