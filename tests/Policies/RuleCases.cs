using Infra.Policies;
using Infra.Tests.Policies.Backup;
using Infra.Tests.Policies.Cloudflare;
using Infra.Tests.Policies.Compute;
using Infra.Tests.Policies.Containers;
using Infra.Tests.Policies.Data;
using Infra.Tests.Policies.Deployment;
using Infra.Tests.Policies.Edge;
using Infra.Tests.Policies.Governance;
using Infra.Tests.Policies.Identity;
using Infra.Tests.Policies.LoadBalancing;
using Infra.Tests.Policies.Messaging;
using Infra.Tests.Policies.Network;
using Infra.Tests.Policies.Operations;
using Infra.Tests.Policies.Reachability;

namespace Infra.Tests.Policies;

internal static class RuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. NetworkCases.All,
        .. RoutingCases.All,
        .. ForwardCases.All,
        .. NetworkShapeCases.All,
        .. RoomCases.All,
        .. ClosedSubnetCases.All,
        .. TierMatrixCases.All,
        .. OpeningCases.All,
        .. UnreadOpeningCases.All,
        .. EndpointServiceCases.All,
        .. ComputeCases.All,
        .. GroupCases.All,
        .. FunctionCases.All,
        .. LoadBalancingCases.All,
        .. RedirectCases.All,
        .. IdentityCases.All,
        .. FenceCases.All,
        .. DataCases.All,
        .. DatabaseCases.All,
        .. StoreCases.All,
        .. RedisCases.All,
        .. AuditCases.All,
        .. SubnetGroupCases.All,
        .. FailedEventCases.All,
        .. OrphanAlarmCases.All,
        .. BucketCases.All,
        .. DatabaseCareCases.All,
        .. KeyCases.All,
        .. PlainTextCases.All,
        .. FailoverCases.All,
        .. CertificateChainCases.All,
        .. BucketOriginCases.All,
        .. HealthCheckCases.All,
        .. LogSinkCases.All,
        .. ProtectionCases.All,
        .. KeyChainCases.All,
        .. RoleChainCases.All,
        .. AlarmCoverageCases.All,
        .. CopyCases.All,
        .. KeepingCases.All,
        .. InternetCases.All,
        .. MessagingCases.All,
        .. BackupCases.All,
        .. OperationsCases.All,
        .. PodCases.All,
        .. NameCases.All,
        .. EdgeCases.All,
        .. FilterCases.All,
        .. OriginCases.All,
        .. DeliveryCases.All,
        .. CapacityCases.All,
        .. GovernanceCases.All,
        .. WindowFactCases.All,
        .. LimitCases.All,
        .. StoreFactCases.All,
        .. PlaceFactCases.All,
        .. MachineFactCases.All,
        .. DeployedCases.All,
        .. NetworkFactCases.All,
        .. CloneFactCases.All,
        .. BalancerFactCases.All,
        .. CacheFactCases.All,
        .. DatabaseFactCases.All,
        .. QueueFactCases.All,
        .. FrontFactCases.All,
        .. RecordFactCases.All,
        .. AlarmCases.All,
        .. ContainerCases.All,
        .. OpenPortCases.All,
        .. WorkloadCases.All,
        .. ClusterRuleCases.All,
        .. ZoneSettingCases.All,
        .. PhaseCases.All,
        .. ProxyCases.All,
        .. OriginLockCases.All,
        .. PoolCases.All,
        .. TokenCases.Each,
    ];

    private static Dictionary<string, RuleCase> ByName { get; } = All.ToDictionary(each => each.ToString(), StringComparer.Ordinal);

    private static ILookup<string, RuleCase> ByRule { get; } = All.ToLookup(each => each.Rule);

    public static IEnumerable<string> Names => ByName.Keys;

    public static RuleCase Named(string name) => ByName[name];

    public static IEnumerable<RuleCase> Of(string rule) => ByRule[rule];

    public static Verdict VerdictOn(this Rule rule, SampleProgram program) => VerdictOf([.. rule.Check(program.Graph())]);

    public static Verdict VerdictOf(IReadOnlyCollection<Finding> findings) =>
        findings.Any(finding => finding.Verdict == Verdict.Fail) ? Verdict.Fail
        : findings.Count > 0 ? Verdict.Undetermined
        : Verdict.Pass;
}
