namespace Infra.Policies.Edge;

public sealed class PublicZonesAreSigned() : CompanionRule(
    "dnssec-signed",
    Rank.Medium,
    ResourceTypes.HostedZone,
    ResourceTypes.HostedZoneSigning,
    "hostedZoneId",
    "signing",
    "Answers of an unsigned zone can be forged on their way.",
    "add a HostedZoneDnsSec for the zone",
    "CKV2_AWS_38")
{
    // Resolvers outside never see a private zone.
    protected override IEnumerable<Finding> Scope(ResourceNode resource, ResourceGraph graph, IEnumerable<Finding> findings) =>
        Unless(resource, resource["vpcs"], networks => networks.Items.Any(), findings);
}
