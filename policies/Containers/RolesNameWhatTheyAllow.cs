namespace Infra.Policies.Containers;

public sealed class RolesNameWhatTheyAllow() : ResourceRule(
    "k8s-rbac-no-star",
    Rank.Critical,
    [.. ResourceTypes.ClusterRole, .. ResourceTypes.RoleOfANamespace],
    "A star allows every secret, every pod and every role there is, and whatever kind of thing the cluster learns tomorrow.",
    "name the resources and the verbs that are needed",
    "CKV_K8S_49", "KSV-0044", "KSV-0046")
{
    // The rules of a role that gathers others are written by the cluster (ClusterRole, Kubernetes API reference 1.36).
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var rules = resource["rules"];
        var findings = rules.IsUnknown ? [Undetermined(resource, rules)] : rules.Items.SelectMany(rule => CheckRule(resource, rule)).ToList();
        return Unless(resource, resource["aggregationRule"], gathers => !gathers.IsAbsent, findings);
    }

    private IEnumerable<Finding> CheckRule(ResourceNode role, PropertyValue rule)
    {
        var (groups, resources, verbs) = (rule["apiGroups"], rule["resources"], rule["verbs"]);
        PropertyValue[] stars = [.. new[] { verbs, resources }.Where(HasStar)];
        if (stars.Length == 0) return (verbs.FirstUnknown() ?? resources.FirstUnknown()) is { } unknown ? [Undetermined(role, unknown)] : [];
        if (groups.FirstUnknown() is { } open) return [Undetermined(role, open)];
        if (groups.Items.Any() && groups.Items.All(group => IsOfAnApplication(group.Text ?? ""))) return [];
        var paths = rule["nonResourceURLs"];
        return [Fail(role, rule.Path, $"{rule.Path} allows {Said(verbs, "verb")} on {On()}", $"{verbs} {groups} {resources} {paths}")];

        string On() => resources.IsAbsent ? $"{paths}" : $"{Said(resources, "resource")} of the groups {groups}";
    }

    // The kinds that an operator brings along, to do with what it likes, are in a group named after its domain; those of Kubernetes end in k8s.io
    // or have no dot.
    private static bool IsOfAnApplication(string group) => group.Contains('.') && !group.EndsWith(".k8s.io", StringComparison.Ordinal);

    private static bool HasStar(PropertyValue list) => list.Items.Any(item => item.Text is "*");

    private static string Said(PropertyValue list, string what) => HasStar(list) ? $"every {what}" : $"{list}";
}
