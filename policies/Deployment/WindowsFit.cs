namespace Infra.Policies.Deployment;

public sealed class WindowsFit() : DeploymentRule(
    "deploy-db-windows",
    Rank.High,
    ResourceTypes.Databases,
    "AWS refuses windows of less than half an hour, and backups during maintenance.",
    "give both windows 30 minutes or more and let them not overlap",
    "AWS provider documentation, 2026-11")
{
    private const int DayMinutes = 24 * 60;
    private const int ShortestMinutes = 30;

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue Either(string name, string other) => resource[name].IsAbsent ? resource[other] : resource[name];
        var (backup, maintenance) = (Either("backupWindow", "preferredBackupWindow"), Either("maintenanceWindow", "preferredMaintenanceWindow"));
        var findings = Matches(resource, backup, text => Parse(text) is { } window && window.Length >= ShortestMinutes,
            "at least 30 minutes, such as 01:00-02:00")
            .Concat(Matches(resource, maintenance, text => Parse(text) is { } window && window.Length >= ShortestMinutes,
                "at least 30 minutes, such as sun:03:00-sun:04:00")).ToList();
        return findings.Count > 0 || backup.IsAbsent || maintenance.IsAbsent || !Overlap(Parse(backup.Text!)!.Value, Parse(maintenance.Text!)!.Value)
            ? findings
            : [Fail(resource, backup.Path, $"{backup.Path} is {backup} and {maintenance.Path} is {maintenance}; they overlap")];
    }

    private static bool Overlap((int Start, int Length) daily, (int Start, int Length) weekly) => Enumerable.Range(-1, Days.Length + 2)
        .Any(day => (day * DayMinutes) + daily.Start < weekly.Start + weekly.Length
            && weekly.Start < (day * DayMinutes) + daily.Start + daily.Length);

    // Minutes since Monday, or since midnight where no day is named.
    private static (int Start, int Length)? Parse(string text)
    {
        if (text.ToLowerInvariant().Split('-') is not [var from, var to] || Minute(from) is not { } start || Minute(to) is not { } end) return null;
        var round = from.Length > 5 ? Days.Length * DayMinutes : DayMinutes;
        return (start, (end - start + round) % round);
    }

    private static int? Minute(string text)
    {
        var (day, time) = text.Length == 9 && text[3] == ':' ? (Array.IndexOf(Days, text[..3]), text[4..]) : (0, text);
        return day >= 0 && TimeOnly.TryParseExact(time, "HH:mm", out var at) ? (day * DayMinutes) + (at.Hour * 60) + at.Minute : null;
    }
}
