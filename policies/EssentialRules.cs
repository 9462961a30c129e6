using Infra.Policies.Compute;
using Infra.Policies.Data;
using Infra.Policies.Identity;
using Infra.Policies.LoadBalancing;
using Infra.Policies.Network;
using Infra.Policies.Operations;

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
        new PrivateSubnetsHaveNoWayIn(),
        new PublicSubnetsHoldOnlyTheEdge(),
        new InterfacesNameTheirGroups(),
        new AclsPassDeclaredFlows(),
        new ListenersForwardToDeclaredTiers(),
        new NetworksLogTheirFlows(),
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
        new NoAdministratorPolicy(),
        new NoWholeServiceAllowed(),
        new TrustIsRestricted(),
        new FederationPinsItsSubject(),
        new NoAdministratorAttached(),
        new KeyPolicyNamesPrincipals(),
        new KeysRotate(),
        new BucketsBlockPublicAccess(),
        new BucketsDemandTls(),
        new DatabasesArePrivate(),
        new DatabasesAreEncrypted(),
        new NoLiteralDatabasePassword(),
        new CachesAreEncrypted(),
        new CachesAskForCredentials(),
        new LogsAreKept(),
    ];
}
