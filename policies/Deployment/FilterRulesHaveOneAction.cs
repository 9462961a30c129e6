namespace Infra.Policies.Deployment;

public sealed class FilterRulesHaveOneAction() : DeploymentRule(
    "deploy-waf-actions",
    Rank.High,
    ResourceTypes.WebAcl,
    "AWS refuses an action on a rule group, an overrideAction on any other rule, and two rules of one priority.",
    "give rule groups overrideAction, other rules action, and each rule a priority of its own",
    "AWS WAF API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var rules = resource["rules"];
        if (rules.FirstUnknownOf("statement", "action", "overrideAction", "priority") is { } unknown) return [Undetermined(resource, unknown)];
        var actions = rules.Items
            .Where(rule => IsGroup(rule["statement"])
                ? rule["overrideAction"].IsAbsent || !rule["action"].IsAbsent
                : rule["action"].IsAbsent || !rule["overrideAction"].IsAbsent)
            .Select(rule => Fail(resource, rule.Path, IsGroup(rule["statement"])
                ? $"{rule["name"]} is a rule group and has no overrideAction, or an action"
                : $"{rule["name"]} is no rule group and has no action, or an overrideAction", $"action {rule["name"]}"));
        var priorities = rules.Items.GroupBy(rule => rule["priority"].Number).Where(same => same.Count() > 1)
            .Select(same => Fail(
                resource, same.Last()["priority"].Path,
                $"{string.Join(" and ", same.Select(rule => rule["name"]))} have the same priority", $"priority {same.Key}"));
        return actions.Concat(priorities);
    }

    private static bool IsGroup(PropertyValue statement) =>
        !statement["managedRuleGroupStatement"].IsAbsent || !statement["ruleGroupReferenceStatement"].IsAbsent;
}
