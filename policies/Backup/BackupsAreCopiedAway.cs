namespace Infra.Policies.Backup;

public sealed class BackupsAreCopiedAway() : ResourceRule(
    "backup-copied-away",
    Rank.Medium,
    ResourceTypes.BackupPlan,
    "Backups beside what they are of are lost with it: with the region, or with the account.",
    "add a copyAction to a vault of another region or account to one of the plan's rules")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var rules = resource["rules"];
        if (rules.IsUnknown) return [Undetermined(resource, rules)];
        var copies = rules.Items.Select(rule => rule["copyActions"]).ToList();
        if (copies.Exists(copy => copy.Items.Any(action => IsAway(resource, action["destinationVaultArn"]) is true))) return [];
        var open = copies.Find(copy => copy.IsUnknown || copy.Items.Any(action => IsAway(resource, action["destinationVaultArn"]) is null));
        return [open is not null
            ? Undetermined(resource, open.FirstUnknown() ?? open)
            : Fail(resource, rules.Path, "no rule copies what it keeps to another region or account")];
    }

    private static bool? IsAway(ResourceNode plan, PropertyValue vault)
    {
        if (vault.Text?.Split(':') is not { Length: > 5 } parts) return null;
        if (plan["arn"].Text?.Split(':') is { Length: > 5 } own) return (own[3], own[4]) != (parts[3], parts[4]);
        return plan.Region.Text is { } region ? region != parts[3] : null;
    }
}
