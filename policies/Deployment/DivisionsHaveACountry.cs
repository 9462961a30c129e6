namespace Infra.Policies.Deployment;

public sealed class DivisionsHaveACountry() : DeploymentRule(
    "deploy-dns-subdivision",
    Rank.High,
    ResourceTypes.Record,
    "AWS refuses a part of a country without the country.",
    "set geolocationRoutingPolicies[].country beside subdivision",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Each(resource, resource["geolocationRoutingPolicies"],
        place => Asked(resource, place["subdivision"]).IsAbsent ? [] : Given(resource, place["country"], "and subdivision is"));
}
