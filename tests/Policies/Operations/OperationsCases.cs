using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Operations;

internal static class OperationsCases
{
    public static IEnumerable<RuleCase> All =>
    [
        .. Of("log-retention", "aws:cloudwatch/logGroup:LogGroup",
            (Pass, "a month", """{ "retentionInDays": 30 }"""),
            (Fail, "for ever", "{}"),
            (Fail, "for ever, as zero", """{ "retentionInDays": 0 }"""),
            (Undetermined, "not known", """{ "retentionInDays": "<unknown>" }""")),
    ];
}
