namespace Infra.Policies.Deployment;

public sealed class PlacesHaveADefault() : DeploymentRule(
    "deploy-dns-geo-default",
    Rank.Medium,
    ResourceTypes.Record,
    "Visitors from a place that no record names get no answer at all.",
    "add a record of the same name and type whose geolocation country is *",
    "Amazon Route 53 API Reference, ChangeResourceRecordSets, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var own = resource["geolocationRoutingPolicies"];
        if (own.IsUnknown) return [Undetermined(resource, own)];
        if (!own.Items.Any()) return [];
        var defaults = graph.OfType(ResourceTypes.Record).Select(other => IsDefaultOf(other, resource)).ToList();
        if (defaults.Contains(Verdict.Pass)) return [];
        return [defaults.Contains(Verdict.Undetermined)
            ? Undetermined(resource, own.Path, "whether a record is for all other places is not known before the deployment")
            : Fail(resource, own.Path, "no record of the same name and type is for all other places")];
    }

    private static Verdict IsDefaultOf(ResourceNode other, ResourceNode record)
    {
        Verdict[] parts =
        [
            Same(other["name"], record["name"]), Same(other["type"], record["type"]),
            other["geolocationRoutingPolicies"] switch
            {
                { IsUnknown: true } => Verdict.Undetermined,
                var places when places.Items.Any(place => place["country"].Text == "*") => Verdict.Pass,
                var places => places.FirstUnknown() is null ? Verdict.Fail : Verdict.Undetermined,
            },
        ];
        return parts.Contains(Verdict.Fail) ? Verdict.Fail : parts.Contains(Verdict.Undetermined) ? Verdict.Undetermined : Verdict.Pass;
    }

    private static Verdict Same(PropertyValue one, PropertyValue other) =>
        one.IsUnknown || other.IsUnknown ? Verdict.Undetermined : one.Text == other.Text ? Verdict.Pass : Verdict.Fail;
}
