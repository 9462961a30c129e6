using System.IO.Enumeration;

namespace Infra.Policies.Backup;

/// <summary>What one selection of a backup plan takes: by ARN, any of which is enough, or by tag.</summary>
internal sealed class BackupChoice(ResourceNode selection)
{
    public string Name => selection.Name;

    public Verdict Takes(ResourceNode store)
    {
        var (resources, tags) = (selection["resources"], selection["selectionTags"]);
        Verdict[] sides =
        [
            resources.IsUnknown ? ByDependency(resources, store) : Verdicts.Any(resources.Items.Select(item => ByArn(item, store))),
            tags.IsUnknown ? Verdict.Undetermined : Verdicts.Any(tags.Items.Select(tag => ByTag(tag["key"], tag["value"], store))),
        ];
        return Verdicts.All([Verdicts.Any(sides), IsNotExcepted(store), MeetsConditions(store)]);
    }

    private Verdict IsNotExcepted(ResourceNode store)
    {
        var exceptions = selection["notResources"];
        if (exceptions.IsAbsent) return Verdict.Pass;
        return (exceptions.IsUnknown ? Verdict.Undetermined : Verdicts.Any(exceptions.Items.Select(item => ByArn(item, store)))) switch
        {
            Verdict.Pass => Verdict.Fail,
            Verdict.Fail => Verdict.Pass,
            _ => Verdict.Undetermined,
        };
    }

    // All of them must hold; those that compare otherwise than for equality are not followed.
    private Verdict MeetsConditions(ResourceNode store)
    {
        var conditions = selection["conditions"];
        if (conditions.IsUnknown) return Verdict.Undetermined;
        return Verdicts.All(conditions.Items.SelectMany(condition =>
            condition.IsUnknown || condition.Members.Any(member => member.Name != "stringEquals" && (member.Value.IsUnknown || member.Value.Items.Any()))
                ? [Verdict.Undetermined]
                : condition["stringEquals"].IsUnknown
                    ? [Verdict.Undetermined]
                    : condition["stringEquals"].Items.Select(tag => ByTag(tag["key"], tag["value"], store))));
    }

    private Verdict ByArn(PropertyValue item, ResourceNode store)
    {
        if (item.IsUnknown) return ByDependency(item, store);
        if (item.Text == "*") return Verdict.Pass;
        if (item.Text is not { } pattern) return Verdict.Fail;
        if (store["arn"].Text is { } arn) return FileSystemName.MatchesSimpleExpression(pattern, arn, ignoreCase: false) ? Verdict.Pass : Verdict.Fail;
        return pattern == store["id"].Text ? Verdict.Pass : Verdict.Undetermined;
    }

    private Verdict ByDependency(PropertyValue value, ResourceNode store)
    {
        var sources = selection.DependenciesOf(value.Path.Split('[')[0]);
        return !sources.Contains(store.Urn) ? sources.Count == 0 ? Verdict.Undetermined : Verdict.Fail : Verdict.Pass;
    }

    private static Verdict ByTag(PropertyValue key, PropertyValue value, ResourceNode store)
    {
        if (key.IsUnknown || value.IsUnknown || store["tags"].IsUnknown) return Verdict.Undetermined;
        const string Prefix = "aws:ResourceTag/";
        var name = key.Text ?? "";
        var tag = store["tags"][name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name];
        return tag.IsUnknown ? Verdict.Undetermined : tag.Text is { } text && text == value.Text ? Verdict.Pass : Verdict.Fail;
    }
}
