namespace Infra.Policies.Edge;

public sealed class FilterHasRules() : ResourceRule(
    "waf-has-rules",
    Rank.High,
    ResourceTypes.WebAcl,
    "A web ACL without the managed rules lets known attacks through, and one without a rate limit lets a single address fill the queue.",
    "add AWSManagedRulesCommonRuleSet, AWSManagedRulesKnownBadInputsRuleSet and a rate-based rule; what only counts stops nobody",
    "WAF.10", "CKV_AWS_175", "CKV_AWS_192", "CKV_AWS_342")
{
    private static readonly string[] Managed = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"];
    private static readonly string[] Stopping = ["block", "captcha", "challenge"];
    private static readonly string[] Deciding = ["statement", "action", "overrideAction"];

    public override IReadOnlyList<string> Types => [.. base.Types, .. ResourceTypes.WebAclRule];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var rules = resource["rules"].Items.Select(rule => new FilterRule(rule, IsJson: false))
            .Concat((resource["ruleJson"].Parsed()?.Items ?? []).Select(rule => new FilterRule(rule, IsJson: true)));
        var attached = graph.PointingTo(resource, ResourceTypes.WebAcl, ResourceTypes.WebAclRule, "webAclArn").ToList();
        var certain = attached.Where(rule => graph.Resolve(rule, rule["webAclArn"], ResourceTypes.WebAcl).Target == resource).ToList();
        var missing = Missing([.. rules, .. certain.Select(rule => new FilterRule(rule.Properties, IsJson: false))]);
        if (missing.Count == 0) return [];
        PropertyValue?[] unknown =
        [
            resource["rules"].FirstUnknown(), resource["ruleJson"].FirstUnknown(),
            .. attached.Select(rule => FirstUnknown(rule, certain.Contains(rule))),
        ];
        return Array.Find(unknown, value => value is not null) is { } open
            ? [Undetermined(resource, open)]
            : [Fail(resource, resource["ruleJson"].IsAbsent ? "rules" : "ruleJson", $"rules lack {string.Join(", ", missing)}")];
    }

    private static List<string> Missing(IReadOnlyList<FilterRule> rules)
    {
        var stopping = rules.Where(rule => rule.IsGroupThatStops).Select(rule => rule.Group).ToHashSet();
        var missing = Managed.Where(name => !stopping.Contains(name)).ToList();
        if (!rules.Any(rule => rule.IsRateThatStops)) missing.Add("a rate-based rule that blocks or asks");
        return missing;
    }

    private static PropertyValue? FirstUnknown(ResourceNode rule, bool isCertain) => isCertain
        ? Deciding.Select(name => rule[name].FirstUnknown()).FirstOrDefault(value => value is not null)
        : rule["webAclArn"];

    /// <param name="Rule">One of a web ACL's.</param>
    /// <param name="IsJson">Whether it is written as the service writes it, its names with a capital.</param>
    private readonly record struct FilterRule(PropertyValue Rule, bool IsJson)
    {
        public string? Group => At("statement", "managedRuleGroupStatement", "name").Text;

        public bool IsGroupThatStops => At("overrideAction", "count") is { IsKnown: false, IsUnknown: false };

        public bool IsRateThatStops
        {
            get
            {
                var rule = this;
                return At("statement", "rateBasedStatement").IsObject && Array.Exists(Stopping, action => rule.At("action", action).IsObject);
            }
        }

        private PropertyValue At(params ReadOnlySpan<string> names)
        {
            var value = Rule;
            foreach (var name in names) value = value[IsJson ? char.ToUpperInvariant(name[0]) + name[1..] : name];
            return value;
        }
    }
}
