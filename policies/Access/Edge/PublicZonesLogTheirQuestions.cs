namespace Infra.Policies.Edge;

public sealed class PublicZonesLogTheirQuestions() : CompanionRule(
    "dns-query-log",
    Rank.Medium,
    ResourceTypes.HostedZone,
    ResourceTypes.QueryLog,
    "zoneId",
    "query log",
    "Without a log nobody sees who looks for names that do not exist, or that a record is asked for no more.",
    "add a QueryLog for the zone",
    "Route53.2", "CKV2_AWS_39")
{
    // A private zone is asked by the platform itself.
    protected override IEnumerable<Finding> Scope(ResourceNode resource, ResourceGraph graph, IEnumerable<Finding> findings) =>
        Unless(resource, resource["vpcs"], networks => networks.Items.Any(), findings);
}
