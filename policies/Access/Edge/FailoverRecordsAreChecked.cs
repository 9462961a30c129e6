namespace Infra.Policies.Edge;

public sealed class FailoverRecordsAreChecked() : ResourceRule(
    "dns-failover-has-health-check",
    Rank.High,
    ResourceTypes.Record,
    "A first choice that nobody checks is answered for ever, also when it is down.",
    "set healthCheckId, or evaluateTargetHealth on the alias")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var policies = resource["failoverRoutingPolicies"];
        if (policies.FirstUnknown() is { } unknown) return [Undetermined(resource, unknown)];
        if (policies.Items.All(policy => policy["type"].Text != "PRIMARY") || !resource["healthCheckId"].IsAbsent) return [];
        var aliases = resource["aliases"];
        if (aliases.Items.Any(alias => alias["evaluateTargetHealth"].Truth is true)) return [];
        var open = aliases.IsUnknown ? aliases : aliases.Items.Select(alias => alias["evaluateTargetHealth"]).FirstOrDefault(health => health.IsUnknown);
        return
        [
            open is not null
                ? Undetermined(resource, open)
                : Fail(resource, "healthCheckId", "it is the first choice of a failover and nothing checks it"),
        ];
    }
}
