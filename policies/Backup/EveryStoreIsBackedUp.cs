using Infra.Policies.Data;

namespace Infra.Policies.Backup;

public sealed class EveryStoreIsBackedUp() : Rule(
    "backup-coverage",
    Rank.Medium,
    "What no backup plan selects is missing on the day it is needed.",
    "add the store's ARN, or a tag that it carries, to a backup Selection")
{
    private static readonly IReadOnlyList<string> Stores = [.. ResourceTypes.Databases, .. ResourceTypes.Table];

    public override IReadOnlyList<string> Types { get; } = [.. Stores, .. ResourceTypes.BackupSelection];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var selections = graph.OfType(ResourceTypes.BackupSelection).Select(selection => new BackupChoice(selection)).ToList();
        foreach (var store in graph.OfType(Stores).Where(store => !DatabaseReplica.IsOne(store)))
        {
            var chosen = selections.Select(selection => selection.Takes(store)).ToList();
            if (chosen.Contains(Verdict.Pass)) continue;
            yield return chosen.IndexOf(Verdict.Undetermined) is >= 0 and var index
                ? Undetermined(store, "tags", $"whether {selections[index].Name} takes it is not known before the deployment")
                : Fail(store, null, "no backup selection takes it");
        }
    }
}
