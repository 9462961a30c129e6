namespace Infra.Policies.Deployment;

public sealed class RoutedRecordsHaveAName() : DeploymentRule(
    "deploy-dns-set-identifier",
    Rank.High,
    ResourceTypes.Record,
    "The provider refuses two routing policies on one record, and a routed record without a name of its own.",
    "give one routing policy and a setIdentifier",
    "Amazon Route 53 API Reference, ChangeResourceRecordSets, 2026-11")
{
    private static readonly string[] Policies =
    [
        "cidrRoutingPolicy", "failoverRoutingPolicies", "geolocationRoutingPolicies",
        "geoproximityRoutingPolicy", "latencyRoutingPolicies", "weightedRoutingPolicies",
    ];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var given = Policies.Select(name => resource[name])
            .Where(policy => !policy.IsAbsent && (policy.IsUnknown || policy.IsObject || policy.Items.Any())).ToList();
        if (given.Find(policy => policy.IsUnknown) is { IsUnknown: true } unknown) return [Undetermined(resource, unknown)];
        if (given.Count > 1) return [Fail(resource, given[1].Path, $"{given[0].Path} and {given[1].Path} are both given")];
        return given.Count == 1 ? Given(resource, resource["setIdentifier"], $"and {given[0].Path} is") : [];
    }
}
