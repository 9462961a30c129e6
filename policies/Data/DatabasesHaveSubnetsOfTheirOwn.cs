namespace Infra.Policies.Data;

public sealed class DatabasesHaveSubnetsOfTheirOwn() : ResourceRule(
    "rds-own-subnet-group",
    Rank.Medium,
    ResourceTypes.Databases,
    "The default subnet group lies in the default network, outside every firewall of the platform; a replica in another region lands there too.",
    "make a SubnetGroup of the data subnets of the region and name it; of a replica in the same region leave it out")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var group = resource[ResourceTypes.GraphCluster.Contains(resource.Type) ? "neptuneSubnetGroupName" : "dbSubnetGroupName"];

        // The name of a group that the program makes is often known only after the deployment; that it makes one is enough.
        if (group.IsUnknown && resource.DependenciesOf(group.Path).Count > 0) return [];
        return Unless(resource, resource["replicateSourceDb"], IsNear, Expect(resource, group, name => name.Text != "default", "a group of the program"));
    }

    // A source in the same region is written by its identifier, and its subnets are the replica's (AWS provider documentation, rds instance).
    private static bool IsNear(PropertyValue source) => source.Text is { } text && !text.StartsWith("arn:", StringComparison.Ordinal);
}
