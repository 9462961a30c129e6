namespace Infra.Policies.Deployment;

public sealed class ListenerRulesFit() : DeploymentRule(
    "deploy-listener-rule",
    Rank.High,
    ResourceTypes.ListenerRule,
    "AWS refuses other priorities, and more than five values in the conditions of a rule.",
    "set priority to 1 to 50000 and split the rule",
    "AWS provider documentation, listener rules; Elastic Load Balancing quotas, 2026-11")
{
    private const int MostValues = 5;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var conditions = resource["conditions"];
        // Query strings are a list of pairs, every other kind has a list of values.
        var values = conditions.Items.SelectMany(condition => condition.Members)
            .SelectMany(kind => kind.Value.IsList ? kind.Value.Items : kind.Value["values"].Items).Count();
        return Within(resource, resource["priority"], 1, 50_000).Concat(
            values > MostValues ? [Fail(resource, conditions.Path, $"its conditions have {values} values; {MostValues} are allowed")]
            : conditions.FirstUnknown() is { } unknown ? [Undetermined(resource, unknown)] : []);
    }
}
