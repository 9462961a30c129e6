namespace Infra.Policies.Deployment;

public sealed class RecordsAreOfOneKind() : DeploymentRule(
    "deploy-dns-record-kind",
    Rank.High,
    ResourceTypes.Record,
    "The provider refuses a record that is both an alias and a list, and either with the other's time to live.",
    "give aliases alone, or records with a ttl",
    "Amazon Route 53 API Reference, ChangeResourceRecordSets, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (aliases, records, ttl) = (resource["aliases"], resource["records"], resource["ttl"]);
        if (aliases.IsUnknown) return [Undetermined(resource, aliases)];
        if (!aliases.Items.Any()) return Given(resource, records, "and it is no alias").Concat(Given(resource, ttl, "and it is no alias"));
        return Expect(resource, records, list => !list.Items.Any(), "left out of an alias", whenAbsent: true)
            .Concat(LeftOut(resource, ttl, "of an alias"));
    }
}
