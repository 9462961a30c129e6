using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

public sealed class CacheTests
{
    private const string Group = "aws:elasticache/replicationGroup:ReplicationGroup";

    private static readonly CacheArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Subnets = Places.Subnets(SubnetTier.Data, "a", "b"),
        SecurityGroupId = "sg-1",
        Purpose = CachePurpose.Sessions,
        Nodes = new() { Type = "cache.t4g.small", Replicas = 2 },
        SnapshotDays = 7,
        DeletionProtection = true,
    };

    [Fact]
    public async Task A_cache_fails_over_to_another_zone()
    {
        var group = (await Plan.Of(() => _ = new Cache("cache", Args))).One(Group);

        (group.Flag("automaticFailoverEnabled"), group.Flag("multiAzEnabled"), group.Number("numCacheClusters")).ShouldBe((true, true, 3));
        group.Options.Protect.ShouldBe(true);
    }

    [Fact]
    public async Task Data_is_encrypted_on_disk_and_on_the_way_and_no_password_exists()
    {
        var plan = await Plan.Of(() => _ = new Cache("cache", Args));

        var group = plan.One(Group);
        (group.Flag("atRestEncryptionEnabled"), group.Flag("transitEncryptionEnabled")).ShouldBe((true, true));
        group.List("userGroupIds").ShouldBe(["shop-test-cache"]);
        var user = plan.One("aws:elasticache/user:User");
        (user.Text("authenticationMode.type"), user.Text("userId"), user.Text("userName")).ShouldBe(("iam", "shop-test-cache-app", "shop-test-cache-app"));
        plan.One("aws:elasticache/userGroup:UserGroup").List("userIds").ShouldBe(["shop-test-cache-app"]);
    }

    [Theory]
    [InlineData(CachePurpose.Sessions, "noeviction")]
    [InlineData(CachePurpose.Objects, "allkeys-lfu")]
    public async Task The_purpose_decides_what_is_dropped_when_memory_is_full(CachePurpose purpose, string policy)
    {
        var parameters = (await Plan.Of(() => _ = new Cache("cache", Args with { Purpose = purpose }))).One("aws:elasticache/parameterGroup:ParameterGroup");

        parameters.Name.ShouldBe("cache-valkey8");
        (parameters.Text("parameters.0.name"), parameters.Text("parameters.0.value")).ShouldBe(("maxmemory-policy", policy));
    }

    [Fact]
    public async Task Machines_find_the_cache_under_a_name_that_is_known_beforehand()
    {
        Cache? cache = null;
        var plan = await Plan.Of(() => cache = new Cache("cache", Args));

        plan.One("aws:ssm/parameter:Parameter").Text("name").ShouldBe("/shop/test/cache/primary-endpoint");
        cache!.EndpointParameter.ShouldBe("/shop/test/cache/primary-endpoint");
    }

    [Fact]
    public async Task Every_problem_of_a_cache_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new Cache("cache", Args with
        {
            Subnets = Places.Subnets(SubnetTier.App, "a"),
            Nodes = new() { Type = "cache.t2.small", Replicas = 0 },
            SnapshotDays = 36,
        }))).ShouldBe(
            """
            Cache 'cache' cannot be built:
              - Its subnets lie in 1 zone(s); expected are at least 2, so that it survives the loss of one.
              - Subnet app-a (10.0.0.0/20) is of the app tier; expected are subnets of the data tier.
              - The node type is 'cache.t2.small'; nodes of the first two T generations cannot fail over.
              - Replicas is 0; allowed is 1 to 5.
              - SnapshotDays is 36; allowed is 0 to 35.
            """);
}
