using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Backup;

internal static class CopyCases
{
    public static IEnumerable<RuleCase> All => Of("backup-copied-away", "aws:backup/plan:Plan",
        (Pass, "to another region", Plan("arn:aws:backup:us-east-1:123456789012:backup-vault:far")),
        (Pass, "to another account",
            Plan("arn:aws:backup:eu-central-1:210987654321:backup-vault:far", ", \"arn\": \"arn:aws:backup:eu-central-1:123456789012:backup-plan:1\"")),
        (Fail, "beside it", Plan("arn:aws:backup:eu-central-1:123456789012:backup-vault:second")),
        (Fail, "not at all", """{ "region": "eu-central-1", "rules": [{ "ruleName": "daily", "targetVaultName": "near" }] }"""),
        (Undetermined, "not known", """{ "rules": "<unknown>" }"""),
        (Undetermined, "where to is not known", Plan("<unknown>")));

    private static string Plan(string vault, string more = "") => $$"""
        { "region": "eu-central-1"{{more}}, "rules": [{ "ruleName": "daily", "targetVaultName": "near",
          "copyActions": [{ "destinationVaultArn": "{{vault}}" }] }] }
        """;
}
