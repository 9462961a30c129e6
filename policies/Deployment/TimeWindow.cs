using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Policies.Deployment;

/// <summary>When AWS may work on a store, in UTC: <c>01:00-02:00</c> every day, or <c>sun:03:00-sun:04:00</c> every week.</summary>
/// <param name="Start">Minutes since midnight, or since midnight before Monday.</param>
/// <param name="Minutes">How long.</param>
internal sealed partial record TimeWindow(int Start, int Minutes)
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static TimeWindow? Daily(string? text) => Read(DailyForm().Match(text ?? ""), Day);

    public static TimeWindow? Weekly(string? text) => Read(WeeklyForm().Match(text ?? ""), Week);

    /// <summary>Whether this window of the week and one of the day are ever open at once; one may begin when the other ends.</summary>
    public bool Meets(TimeWindow daily) => Enumerable.Range(-1, 15)
        .Select(day => (day * Day) + daily.Start)
        .Any(start => start < Start + Minutes && Start < start + daily.Minutes);

    private static TimeWindow? Read(Match match, int period)
    {
        if (!match.Success) return null;
        var (from, to) = (At(match, "from"), At(match, "to"));
        return new(from, (to - from + period) % period);
    }

    private static int At(Match match, string end) =>
        (Math.Max(0, Array.IndexOf(Days, match.Groups[$"{end}Day"].Value.ToLowerInvariant())) * Day)
        + (Number(match, $"{end}Hour") * 60) + Number(match, $"{end}Minute");

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<fromHour>[01][0-9]|2[0-3]):(?<fromMinute>[0-5][0-9])-(?<toHour>[01][0-9]|2[0-3]):(?<toMinute>[0-5][0-9])$")]
    private static partial Regex DailyForm();

    [GeneratedRegex(
        "^(?<fromDay>mon|tue|wed|thu|fri|sat|sun):(?<fromHour>[01][0-9]|2[0-3]):(?<fromMinute>[0-5][0-9])"
        + "-(?<toDay>mon|tue|wed|thu|fri|sat|sun):(?<toHour>[01][0-9]|2[0-3]):(?<toMinute>[0-5][0-9])$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WeeklyForm();
}
