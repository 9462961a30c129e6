using Infra.Policies;
using Infra.Tests.Policies.Backup;
using Infra.Tests.Policies.Compute;
using Infra.Tests.Policies.Containers;
using Infra.Tests.Policies.Data;
using Infra.Tests.Policies.Identity;
using Infra.Tests.Policies.LoadBalancing;
using Infra.Tests.Policies.Messaging;
using Infra.Tests.Policies.Network;
using Infra.Tests.Policies.Operations;

namespace Infra.Tests.Policies;

internal static class RuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
<<<<<<< HEAD
        .. NetworkCases.All, .. RoutingCases.All, .. ForwardCases.All, .. ComputeCases.All, .. LoadBalancingCases.All, .. IdentityCases.All, .. DataCases.All, .. OperationsCases.All,
=======
        .. NetworkCases.All, .. ComputeCases.All, .. LoadBalancingCases.All, .. IdentityCases.All, .. DataCases.All, .. DatabaseCases.All, .. StoreCases.All, .. OperationsCases.All,
        .. ContainerCases.All,
        .. GroupCases.All,
        .. NetworkShapeCases.All,
        .. BucketCases.All,
        .. BackupCases.All,
        .. AlarmCases.All,
        .. MessagingCases.All,
>>>>>>> f1b4725 (Policies: 54 more rules for identity, data, messaging, backup, operations, containers and networks; cases are held against the provider's schema)
    ];

    private static ILookup<string, RuleCase> ByRule { get; } = All.ToLookup(each => each.Rule);

    public static IEnumerable<RuleCase> Of(string rule) => ByRule[rule];

    public static Verdict VerdictOn(this Rule rule, SampleProgram program) => VerdictOf([.. rule.Check(program.Graph())]);

    public static Verdict VerdictOf(IReadOnlyCollection<Finding> findings) =>
        findings.Any(finding => finding.Verdict == Verdict.Fail) ? Verdict.Fail
        : findings.Count > 0 ? Verdict.Undetermined
        : Verdict.Pass;
}
