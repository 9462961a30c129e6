namespace Infra.Policies.Edge;

public sealed class FilterHasRules() : ResourceRule(
    "waf-has-rules",
    Rank.High,
    ResourceTypes.WebAcl,
    "A web ACL without the managed rules lets known attacks through, and one without a rate limit lets a single address fill the queue.",
    "add AWSManagedRulesCommonRuleSet, AWSManagedRulesKnownBadInputsRuleSet and a rate-based rule",
    "WAF.10", "CKV_AWS_175", "CKV_AWS_192", "CKV_AWS_342")
{
    private static readonly string[] Managed = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var rules = resource["rules"];
        // A group whose rules are overridden to count lets everything through.
        var names = rules.Items.Where(rule => !rule["overrideAction"]["count"].IsObject)
            .Select(rule => rule["statement"]["managedRuleGroupStatement"]["name"].Text).ToHashSet();
        var missing = Managed.Where(name => !names.Contains(name)).ToList();
        if (!rules.Items.Any(rule => rule["statement"]["rateBasedStatement"].IsObject)) missing.Add("a rate-based rule");
        if (missing.Count == 0 || !resource["ruleJson"].IsAbsent && resource["ruleJson"] is { IsUnknown: false }) return [];
        if (resource["ruleJson"].IsUnknown) return [Undetermined(resource, resource["ruleJson"])];
        return [rules.FirstUnknown() is { } unknown ? Undetermined(resource, unknown) : Fail(resource, rules.Path, $"rules lack {string.Join(", ", missing)}")];
    }
}
