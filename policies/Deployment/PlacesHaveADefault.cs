namespace Infra.Policies.Deployment;

public sealed class PlacesHaveADefault() : Rule(
    "deploy-dns-geo-default",
    Rank.Medium,
    "Visitors from a place that no record names get no answer at all.",
    "add a record of the same name and type whose geolocation country is *",
    "Amazon Route 53 API Reference, ChangeResourceRecordSets, 2026-11")
{
    public override IReadOnlyList<string> Types => ResourceTypes.Record;

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var records = graph.OfType(ResourceTypes.Record)
            .Where(record => record["geolocationRoutingPolicies"] is { IsUnknown: true } or { IsList: true }).ToList();
        var defaults = new RecordSets(graph, records.Where(record => IsDefault(record) == Verdict.Pass));
        var possible = new RecordSets(graph, records.Where(record => IsDefault(record) != Verdict.Fail));
        return records.SelectMany(record => Check(record, record["geolocationRoutingPolicies"], defaults, possible));
    }

    private IEnumerable<Finding> Check(ResourceNode record, PropertyValue places, RecordSets defaults, RecordSets possible)
    {
        if (places.IsUnknown) return [Undetermined(record, places)];
        if (!places.Items.Any() || IsDefault(record) == Verdict.Pass || defaults.Hold(record) == Verdict.Pass) return [];
        return [possible.Hold(record) == Verdict.Fail
            ? Fail(record, places.Path, "no record of the same name and type is for all other places")
            : Undetermined(record, places.Path, "whether a record is for all other places is not known before the deployment")];
    }

    private static Verdict IsDefault(ResourceNode record)
    {
        var places = record["geolocationRoutingPolicies"];
        return places.Items.Any(place => place["country"].Text == "*") ? Verdict.Pass : places.FirstUnknown() is null ? Verdict.Fail : Verdict.Undetermined;
    }
}
