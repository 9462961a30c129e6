using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

public sealed class MemcachedClusterTests
{
    internal static readonly MemcachedClusterArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Subnets = Places.Subnets(SubnetTier.Data, "a", "b"),
        SecurityGroupId = "sg-1",
        NodeType = "cache.t4g.small",
        Nodes = 3,
    };

    [Fact]
    public async Task Nodes_are_spread_over_zones_and_speak_TLS_only()
    {
        var cluster = (await Plan.Of(() => _ = new MemcachedCluster("fragments", Args))).One("aws:elasticache/cluster:Cluster");

        (cluster.Text("engine"), cluster.Text("azMode"), cluster.Number("numCacheNodes"), cluster.Flag("transitEncryptionEnabled"))
            .ShouldBe(("memcached", "cross-az", 3, true));
        cluster.At("snapshotRetentionLimit").ShouldBeNull();
    }

    [Fact]
    public async Task The_parameter_group_has_its_family_in_its_name()
    {
        var parameters = (await Plan.Of(() => _ = new MemcachedCluster("fragments", Args with { LargestItemBytes = 2_097_152 })))
            .One("aws:elasticache/parameterGroup:ParameterGroup");

        (parameters.Name, parameters.Text("family")).ShouldBe(("fragments-memcached1-6", "memcached1.6"));
        (parameters.Text("parameters.0.name"), parameters.Text("parameters.0.value")).ShouldBe(("max_item_size", "2097152"));
    }

    [Fact]
    public async Task Adding_a_node_changes_no_identity()
    {
        var before = await Plan.Of(() => _ = new MemcachedCluster("fragments", Args));
        var after = await Plan.Of(() => _ = new MemcachedCluster("fragments", Args with { Nodes = 9 }));

        before.Urns("test").ShouldBe(after.Urns("test"));
    }

    [Fact]
    public async Task Every_problem_of_a_cluster_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new MemcachedCluster("Fragments", Args with
        {
            Subnets = Places.Subnets(SubnetTier.App, "a"),
            NodeType = "t4g.small",
            Nodes = 1,
            LargestItemBytes = 1023,
        }))).ShouldBe(
            """
            MemcachedCluster 'Fragments' cannot be built:
              - The name 'Fragments' of the cache cluster may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - The name 'Fragments' of the cache subnet group may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - The name 'Fragments-memcached1-6' of the cache parameter group may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - Its subnets lie in 1 zone(s); expected are at least 2, so that it survives the loss of one.
              - Subnet app-a (10.0.0.0/20) is of the app tier; expected are subnets of the data tier.
              - The node type is 't4g.small'; expected a type such as cache.t4g.small.
              - Nodes is 1; expected is at least 2, or the loss of a zone may be the loss of every key.
              - LargestItemBytes is 1023; expected is a multiple of 524288.
            """);

    [Fact]
    public async Task More_nodes_than_a_cluster_may_have_are_refused() =>
        (await Plan.ErrorOf(() => _ = new MemcachedCluster("fragments", Args with { Nodes = 41 }))).ShouldContain("Nodes is 41; allowed are 40.");

    [Fact]
    public async Task A_name_that_is_too_long_for_a_cluster_is_refused() =>
        (await Plan.ErrorOf(() => _ = new MemcachedCluster(new string('f', 43), Args))).ShouldContain("of the cache cluster has 43 characters; allowed are 42");
}
