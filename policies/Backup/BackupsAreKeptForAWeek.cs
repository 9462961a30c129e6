namespace Infra.Policies.Backup;

public sealed class BackupsAreKeptForAWeek() : ResourceRule(
    "backup-retention",
    Rank.Medium,
    ResourceTypes.BackupPlan,
    "Damage that is noticed after the weekend is in every backup that is kept for less than a week.",
    "set deleteAfter of one of the plan's rules to at least 7 days, or leave it out to keep backups for good",
    "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK")
{
    // The same as for the databases' own backups.
    private const int FewestDays = 7;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var rules = resource["rules"];
        if (rules.IsUnknown) return [Undetermined(resource, rules)];
        var kept = rules.Items.Select(rule => rule["lifecycle"]["deleteAfter"]).ToList();
        if (kept.Exists(days => days.IsAbsent || days.Number >= FewestDays)) return [];
        return kept.Find(days => days.IsUnknown) is { IsUnknown: true } unknown
            ? [Undetermined(resource, unknown)]
            : [Fail(resource, rules.Path, $"no rule keeps backups for {FewestDays} days")];
    }
}
