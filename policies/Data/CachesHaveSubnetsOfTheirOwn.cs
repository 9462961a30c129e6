namespace Infra.Policies.Data;

public sealed class CachesHaveSubnetsOfTheirOwn() : ResourceRule(
    "redis-own-subnet-group",
    Rank.Medium,
    ResourceTypes.ReplicationGroup,
    "The default subnet group lies in the default network, outside every firewall of the platform.",
    "make an ElastiCache SubnetGroup of the data subnets and name it in subnetGroupName",
    "ElastiCache.7", "CKV_AWS_323")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        // The name of a group that the program makes is often known only after the deployment; that it makes one is enough.
        var group = resource["subnetGroupName"];
        return group.IsUnknown && resource.DependenciesOf(group.Path).Count > 0
            ? []
            : Expect(resource, group, name => name.Text != "default", "a group of the program");
    }
}
