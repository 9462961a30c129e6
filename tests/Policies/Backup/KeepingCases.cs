using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Backup;

internal static class KeepingCases
{
    public static IEnumerable<RuleCase> All => Of("backup-retention", "aws:backup/plan:Plan",
        (Pass, "a month", Plan(Kept("35"))),
        (Pass, "a day, and a week", Plan(Kept("1"), Kept("7"))),
        (Pass, "for good", Plan("""{ "ruleName": "daily", "targetVaultName": "near" }""")),
        (Fail, "six days", Plan(Kept("6"))),
        (Fail, "nothing is taken", """{ "name": "plan" }"""),
        (Undetermined, "how long is not known", Plan(Kept("1"), Kept("\"<unknown>\""))),
        (Undetermined, "what is taken is not known", """{ "rules": "<unknown>" }"""));

    private static string Kept(string days) => $$"""{ "ruleName": "daily", "targetVaultName": "near", "lifecycle": { "deleteAfter": {{days}} } }""";

    private static string Plan(params string[] rules) => $$"""{ "rules": [{{string.Join(", ", rules)}}] }""";
}
