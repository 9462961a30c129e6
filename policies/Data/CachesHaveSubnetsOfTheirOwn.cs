namespace Infra.Policies.Data;

public sealed class CachesHaveSubnetsOfTheirOwn() : RedisRule(
    "redis-own-subnet-group",
    Rank.Medium,
    Everything,
    "The default subnets lie in the default network, outside every firewall of the platform.",
    "make an ElastiCache SubnetGroup of the data subnets and name it in subnetGroupName; give a serverless cache the data subnets in subnetIds",
    "ElastiCache.7", "CKV_AWS_323")
{
    protected override IEnumerable<Finding> Judge(ResourceNode cache)
    {
        if (IsServerless(cache)) return Expect(cache, cache["subnetIds"], subnets => subnets.Items.Any(), "subnets of the program");

        // The name of a group that the program makes is often known only after the deployment; that it makes one is enough.
        var group = cache["subnetGroupName"];
        return group.IsUnknown && cache.DependenciesOf(group.Path).Count > 0
            ? []
            : Expect(cache, group, name => name.Text != "default", "a group of the program");
    }
}
