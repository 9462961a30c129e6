namespace Infra.Policies.Deployment;

public sealed class WindowsFit() : DeploymentRule(
    "deploy-db-windows",
    Rank.High,
    ResourceTypes.Databases,
    "AWS refuses windows of less than half an hour, and backups during maintenance.",
    "give both windows 30 minutes or more and let them not overlap",
    "Amazon RDS API Reference, CreateDBInstance, 2026-11")
{
    private const int ShortestMinutes = 30;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue Either(string name, string other) => resource[name].IsAbsent ? resource[other] : resource[name];
        var (backup, maintenance) = (Either("backupWindow", "preferredBackupWindow"), Either("maintenanceWindow", "preferredMaintenanceWindow"));
        var findings = Matches(resource, backup, text => TimeWindow.Daily(text)?.Minutes >= ShortestMinutes, "at least 30 minutes, such as 01:00-02:00")
            .Concat(Matches(resource, maintenance, text => TimeWindow.Weekly(text)?.Minutes >= ShortestMinutes,
                "at least 30 minutes, such as sun:03:00-sun:04:00")).ToList();
        return findings.Count == 0 && TimeWindow.Daily(backup.Text) is { } daily && TimeWindow.Weekly(maintenance.Text)?.Meets(daily) is true
            ? [Fail(resource, backup.Path, $"{backup.Path} is {backup} and {maintenance.Path} is {maintenance}; they overlap")]
            : findings;
    }
}
