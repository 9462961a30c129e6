using System.Text.RegularExpressions;

namespace Infra.Components.Compute;

/// <summary>Another minimum and maximum from a time on, again and again.</summary>
public sealed partial record CloneSchedule
{
    /// <summary>Names the scheduled action; frozen.</summary>
    public required string Key { get; init; }

    /// <summary>Minute, hour, day of the month, month and day of the week, as in cron: <c>0 7 * * MON-FRI</c>.</summary>
    public required string Recurrence { get; init; }

    /// <summary>Of the IANA database, such as <c>Europe/Berlin</c>; summer time is followed.</summary>
    public required string TimeZone { get; init; }

    public required int Minimum { get; init; }

    public required int Maximum { get; init; }

    public IEnumerable<string> Check()
    {
        if (!Naming.IsWord(Key))
            yield return $"Schedule '{Key}': its key names a resource; expected are lower-case words joined by hyphens.";
        if (!CronPattern().IsMatch(Recurrence))
            yield return $"Schedule '{Key}': Recurrence is '{Recurrence}'; expected are five fields of cron, such as 0 7 * * MON-FRI.";
        if (!ZonePattern().IsMatch(TimeZone))
            yield return $"Schedule '{Key}': TimeZone is '{TimeZone}'; expected is a name of the IANA database, such as Europe/Berlin.";
        if (Minimum < 1 || Maximum < Minimum)
            yield return $"Schedule '{Key}': Minimum is {Minimum} and Maximum is {Maximum}; expected are at least 1 clone and no maximum below the minimum.";
    }

    [GeneratedRegex("^[0-9*/,A-Za-z-]+( [0-9*/,A-Za-z-]+){4}$")]
    private static partial Regex CronPattern();

    [GeneratedRegex("^[A-Z][A-Za-z_]*(/[A-Za-z0-9_+-]+){0,2}$")]
    private static partial Regex ZonePattern();
}
