using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Edge;

internal static class FilterCases
{
    private const string Acl = "aws:wafv2/webAcl:WebAcl";
    private const string AttachedRule = "aws:wafv2/webAclRule:WebAclRule";
    private const string Written = """
        [
            { "Name": "core", "OverrideAction": { "None": {} }, "Statement": { "ManagedRuleGroupStatement": { "Name": "AWSManagedRulesCommonRuleSet" } } },
            { "Name": "known", "OverrideAction": { "None": {} }, "Statement": { "ManagedRuleGroupStatement": { "Name": "AWSManagedRulesKnownBadInputsRuleSet" } } },
            { "Name": "rate", "Action": { "Block": {} }, "Statement": { "RateBasedStatement": { "Limit": 1000 } } }
        ]
        """;

    private static string Core => Group("AWSManagedRulesCommonRuleSet");
    private static string Known => Group("AWSManagedRulesKnownBadInputsRuleSet");

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("waf-has-rules", Acl,
            (Pass, "all three", Rules(Core, Known, Rate("block"))),
            (Pass, "who asks too much solves a riddle", Rules(Core, Known, Rate("captcha"))),
            (Pass, "who asks too much shows a browser", Rules(Core, Known, Rate("challenge"))),
            (Pass, "written as the service writes it", Json(Written)),
            (Fail, "none", "{}"),
            (Fail, "no limit", Rules(Core, Known)),
            (Fail, "the limit only counts", Rules(Core, Known, Rate("count"))),
            (Fail, "the limit lets through what is above it", Rules(Core, Known, Rate("allow"))),
            (Fail, "a group only counts", Rules(Core, Group("AWSManagedRulesKnownBadInputsRuleSet", "count"), Rate("block"))),
            (Fail, "none is written", Json("[]")),
            (Fail, "a written limit only counts", Json(Written.Replace("Block", "Count", StringComparison.Ordinal))),
            (Fail, "a written group only counts", Json(Written.Replace("None", "Count", StringComparison.Ordinal))),
            (Fail, "written as nobody can read it", Json("[{")),
            (Undetermined, "what the limit does is not known",
                Rules(Core, Known, Rate("block").Replace("{ \"block\": {} }", "\"<unknown>\"", StringComparison.Ordinal))),
            (Undetermined, "written elsewhere", """{ "ruleJson": "<unknown>" }"""),
            (Undetermined, "not known", """{ "rules": "<unknown>" }""")),
        Passes("waf-has-rules", "a limit of its own", Attached("<unknown:acl>", Rate("block"))),
        Fails("waf-has-rules", "a limit of its own that only counts", Attached("<unknown:acl>", Rate("count"))),
        Fails("waf-has-rules", "a limit of another web ACL", Attached("other", Rate("block"))),
        IsOpen("waf-has-rules", "perhaps a limit of its own",
            Attached("<unknown:acl:other>", Rate("block")).Add(Acl, "other", Rules(Core, Known, Rate("block")))),
    ];

    private static SampleProgram Attached(string acl, string rule) => new SampleProgram().Add(Acl, "acl", Rules(Core, Known))
        .Add(AttachedRule, "limit", $$"""{ "webAclArn": "{{acl}}", {{rule.TrimStart()[1..]}}""");

    private static string Json(string rules) => $$"""{ "ruleJson": {{System.Text.Json.JsonSerializer.Serialize(rules)}} }""";

    private static string Rules(params string[] rules) => $$"""{ "rules": [{{string.Join(", ", rules)}}] }""";

    private static string Rate(string action) =>
        $$"""{ "name": "rate", "priority": 9, "action": { "{{action}}": {} }, "statement": { "rateBasedStatement": { "limit": 1000 } } }""";

    private static string Group(string name, string action = "none") => $$"""
        {
            "name": "{{name}}", "priority": {{name.Length}}, "overrideAction": { "{{action}}": {} },
            "statement": { "managedRuleGroupStatement": { "name": "{{name}}", "vendorName": "AWS" } }
        }
        """;
}
