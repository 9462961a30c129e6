namespace Infra.Policies.Deployment;

public sealed class ColdBackupsStayCold() : DeploymentRule(
    "deploy-backup-lifecycle",
    Rank.High,
    ResourceTypes.BackupPlan,
    "AWS refuses to delete a cold backup before it has lain for 90 days.",
    "set deleteAfter to at least coldStorageAfter + 90",
    "AWS Backup Developer Guide, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var rules = resource["rules"];
        if (rules.IsUnknown) return [Undetermined(resource, rules)];
        return rules.Items.SelectMany(rule => rule["copyActions"].Items.Select(copy => copy["lifecycle"]).Prepend(rule["lifecycle"]))
            .SelectMany(lifecycle => Check(resource, lifecycle))
            .Concat(rules.Items.SelectMany(rule => rule.IsUnknown ? [Undetermined(resource, rule)]
                : rule["copyActions"] is { IsUnknown: true } copies ? [Undetermined(resource, copies)]
                : Expect(resource, rule["startWindow"], minutes => minutes.Number >= 60, "at least 60 minutes", whenAbsent: true)));
    }

    private IEnumerable<Finding> Check(ResourceNode plan, PropertyValue lifecycle)
    {
        var (cold, end) = (Asked(plan, lifecycle["coldStorageAfter"]), Asked(plan, lifecycle["deleteAfter"]));
        if (cold.IsAbsent || end.IsAbsent) return [];
        return cold.IsUnknown ? [Undetermined(plan, cold)] : Expect(plan, end, days => days.Number >= cold.Number + 90, $"at least {cold.Number + 90}");
    }
}
