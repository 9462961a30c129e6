using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Tests.Testing;
using Pulumi;
using Pulumi.Utilities;

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
        KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd",
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
    [InlineData(CachePurpose.RecentObjects, "allkeys-lru")]
    public async Task The_purpose_decides_what_is_dropped_when_memory_is_full(CachePurpose purpose, string policy)
    {
        var parameters = (await Plan.Of(() => _ = new Cache("cache", Args with { Purpose = purpose }))).One("aws:elasticache/parameterGroup:ParameterGroup");

        parameters.Name.ShouldBe("cache-valkey8");
        (parameters.Text("parameters.0.name"), parameters.Text("parameters.0.value")).ShouldBe(("maxmemory-policy", policy));
    }

    [Fact]
    public async Task Shards_divide_the_keys_and_each_of_them_fails_over()
    {
        var plan = await Plan.Of(() => _ = new Cache("cache", Args with { Nodes = Args.Nodes with { Shards = 4 } }));

        var group = plan.One(Group);
        (group.Number("numNodeGroups"), group.Number("replicasPerNodeGroup"),
                group.At("numCacheClusters"), group.Flag("automaticFailoverEnabled"))
            .ShouldBe((4, 2, null, true));
        var parameters = plan.One("aws:elasticache/parameterGroup:ParameterGroup");
        parameters.Name.ShouldBe("cache-valkey8-cluster");
        (parameters.Text("parameters.0.name"), parameters.Text("parameters.0.value")).ShouldBe(("cluster-enabled", "yes"));
    }

    [Fact]
    public async Task Adding_a_shard_or_a_replica_changes_no_identity()
    {
        var before = await Plan.Of(() => _ = new Cache("cache", Args with { Nodes = Args.Nodes with { Shards = 1 } }));
        var after = await Plan.Of(() => _ = new Cache("cache", Args with { Nodes = Args.Nodes with { Shards = 9, Replicas = 3 } }));

        before.Urns("test").ShouldBe(after.Urns("test"));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_said_of_tokens()
    {
        var group = (await Plan.Of(() => _ = new Cache("cache", Args))).One(Group);

        (group.At("authToken"), group.At("authTokenUpdateStrategy"), group.At("numNodeGroups")).ShouldBe((null, null, null));
    }

    [Theory]
    [InlineData(false, "SET")]
    [InlineData(true, "ROTATE")]
    public async Task A_token_stands_in_for_IAM_and_its_predecessor_may_still_let_in(bool acceptsPredecessor, string strategy)
    {
        Cache? cache = null;
        var plan = await Plan.Of(() => cache = new Cache("cache", Args with
        {
            Token = new() { Value = Output.CreateSecret("correct-horse-battery"), AcceptsPredecessor = acceptsPredecessor },
        }));

        var group = plan.One(Group);
        (group.Text("authToken"), group.Text("authTokenUpdateStrategy"), group.At("userGroupIds")).ShouldBe(("correct-horse-battery", strategy, null));
        plan.All("aws:elasticache/user:User").ShouldBeEmpty();
        plan.One("aws:secretsmanager/secretVersion:SecretVersion").Text("secretString").ShouldBe("correct-horse-battery");
        cache!.UserName.ShouldBe("default");
        (await OutputUtilities.GetValueAsync(cache.ConnectPolicy))
            .ShouldContain("\"Action\":[\"secretsmanager:GetSecretValue\"],\"Resource\":[\"arn:aws:mock:::cache-token\"]");
    }

    [Theory]
    [InlineData("too-short")]
    [InlineData("has@a/sign-that-is-refused")]
    public async Task A_token_that_would_be_refused_is_refused_without_repeating_it(string token)
    {
        var error = (await Record.ExceptionAsync(() => Plan.Of(() => _ = new Cache("cache", Args with
        {
            Token = new() { Value = Output.CreateSecret(token) },
        }))))!.ToString();

        error.ShouldContain("Cache 'cache' cannot be built:\n  - Its token has characters or a length that ElastiCache refuses; expected are 16 to 128");
        error.ShouldNotContain(token);
    }

    [Fact]
    public async Task Names_of_all_parts_are_told_with_the_other_problems() =>
        (await Plan.ErrorOf(() => _ = new Cache("Cache", Args with { Nodes = Args.Nodes with { Shards = 0 } }))).ShouldBe(
            """
            Cache 'Cache' cannot be built:
              - The name 'Cache' of the replication group may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - The name 'Cache' of the cache subnet group may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - The name 'Cache-valkey8-cluster' of the cache parameter group may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - Shards is 0; expected is at least 1.
            """);

    [Fact]
    public async Task More_nodes_than_one_cache_may_have_are_refused() =>
        (await Plan.ErrorOf(() => _ = new Cache("cache", Args with { Nodes = Args.Nodes with { Shards = 200 } })))
            .ShouldContain("Shards and Replicas come to 600 nodes; AWS allows 500 in one cache.");

    [Fact]
    public async Task Nodes_with_a_disk_that_nothing_would_use_are_refused() =>
        (await Plan.ErrorOf(() => _ = new Cache("cache", Args with { Nodes = Args.Nodes with { Type = "cache.r6gd.xlarge" } })))
            .ShouldContain("The node type is 'cache.r6gd.xlarge'; nodes with a local disk need data tiering, which this cache does not use.");

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
