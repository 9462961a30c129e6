namespace Infra.Policies.Cloudflare;

public sealed class ZonesAreSigned() : CompanionRule(
    "cf-dnssec",
    Rank.Medium,
    CloudflareTypes.Zone,
    CloudflareTypes.Signing,
    "zoneId",
    "ZoneDnssec",
    "Answers of an unsigned zone can be forged on their way.",
    "add a ZoneDnssec for the zone with the status \"active\", and give its DS record to the registrar")
{
    // Up to version 5 the resource alone turned it on; from version 6 on, what is not said stays as it is.
    protected override IEnumerable<Finding> CheckCompanion(ResourceNode companion)
    {
        var status = companion["status"];
        return status.IsAbsent
            ? [Undetermined(companion, status.Path, "whether it turns signing on without a status depends on the version of the provider")]
            : Expect(companion, status, known => known.Text == "active", "active");
    }

    // Only what Cloudflare answers by itself can it sign by itself.
    protected override IEnumerable<Finding> Scope(ResourceNode resource, ResourceGraph graph, IEnumerable<Finding> findings) =>
        Unless(resource, resource["type"], type => type.Text is "partial" or "secondary" or "internal", findings);
}
