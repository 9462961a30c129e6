using Infra.Policies.Compute;
using Infra.Policies.LoadBalancing;
using Infra.Policies.Network;

namespace Infra.Policies;

internal static class EssentialRules
{
    public static IEnumerable<Rule> All =>
    [
        new TierMatrixIsClosed(),
        new TierMatrixIsComplete(),
        new GroupHasTierLabel(),
        new GroupsOnOneInterfaceShareATier(),
        new AdminRangesAreNarrow(),
        new InternetReachesOnlyTheLoadBalancer(),
        new NoAdminPortFromTheInternet(),
        new NoDataPortFromTheInternet(),
        new NoWholesaleIngress(),
        new DataTierSourceIsAGroup(),
        new EgressIsAllowlisted(),
        new OneStyleOfRulesPerGroup(),
        new DefaultGroupIsClosed(),
        new InstancesAskForTokens(),
        new InstancesHaveNoPublicAddress(),
        new DisksAreEncrypted(),
        new UserDataHoldsNoSecret(),
        new SubnetsGiveNoPublicAddress(),
        new HttpRedirectsToHttps(),
        new TlsPolicyIsModern(),
        new AccessIsLogged(),
        new LoadBalancerIsProtected(),
        new LoadBalancerSpansZones(),
        new HeadersAreHardened(),
        new TargetsAreChecked(),
        new GroupAsksTheLoadBalancer(),
        new GroupSpansZones(),
        new GroupHasSpareClones(),
    ];
}
