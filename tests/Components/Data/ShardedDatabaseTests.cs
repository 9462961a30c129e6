using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

public sealed class ShardedDatabaseTests
{
    private const string Parameter = "aws:ssm/parameter:Parameter";

    private static readonly ShardedDatabaseArgs Two = new()
    {
        Naming = Places.Naming,
        Engine = DatabaseEngine.MySql,
        Shards = [Slots("a", 0, 8191), Slots("b", 8192, 16383)],
        Primary = new() { Location = Places.Frankfurt, VpcId = "vpc-1", Subnets = Places.Subnets(SubnetTier.Data, "a", "b"), SecurityGroupId = "sg-1" },
        Machine = new() { Type = "db.m7g.large", StorageGibibytes = 100, MaximumStorageGibibytes = 500 },
        Safety = new() { SurvivesZoneLoss = true, BackupDays = 14, DeletionProtection = true },
    };

    [Fact]
    public async Task Each_shard_is_a_database_of_its_own()
    {
        var plan = await PlanOf(Two with { Shards = [Two.Shards[0] with { Machine = Two.Machine with { Type = "db.m7g.4xlarge" } }, Two.Shards[1]] });

        plan.Some("aws:rds/instance:Instance").Select(instance => (instance.Name, instance.Text("instanceClass"))).ShouldBe(
            [("accounts-a-eu-central-1-primary", "db.m7g.4xlarge"), ("accounts-b-eu-central-1-primary", "db.m7g.large")]);
    }

    [Fact]
    public async Task The_map_is_known_before_the_deployment_and_addresses_after_it()
    {
        var preview = await Plan.OfFirstPreview(() => _ = new ShardedDatabase("accounts", Two));
        preview.One(Parameter, "accounts-b-eu-central-1").Text("insecureValue").ShouldBe(
            """{"read":"read.accounts-b.test.shop.internal","slots":[8192,16383],"write":"write.accounts-b.test.shop.internal"}""");
        preview.One(Parameter, "accounts-b-eu-central-1-primary").At("insecureValue").ShouldBeNull();

        var deployed = await PlanOf(Two);
        deployed.One(Parameter, "accounts-b-eu-central-1-primary").Text("insecureValue").ShouldBe("accounts-b-eu-central-1-primary.example.com");
        deployed.Some(Parameter).Select(parameter => parameter.Text("name")).ShouldBe(
            ["/shop/test/accounts/shards/a", "/shop/test/accounts/shards/a/primary", "/shop/test/accounts/shards/b", "/shop/test/accounts/shards/b/primary"]);
    }

    [Fact]
    public async Task A_new_shard_touches_the_map_of_the_shard_it_takes_from_and_nothing_else()
    {
        var before = await PlanOf(Two);
        var after = await PlanOf(Two with { Shards = [Two.Shards[0], Slots("b", 8192, 12287), Slots("c", 12288, 16383)] });

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
        after.Urns("test").Except(before.Urns("test")).ShouldAllBe(urn => urn.Contains("::accounts-c", StringComparison.Ordinal));
        before.Resources.Where(resource => Inputs(resource) != Inputs(after.One(resource.Type, resource.Name))).Select(resource => resource.Name)
            .ShouldBe(["accounts-b-eu-central-1"]);
    }

    [Fact]
    public async Task Federation_by_function_is_a_map_of_names()
    {
        var plan = await PlanOf(Two with
        {
            Shards =
            [
                new() { Key = "people", Slice = ShardSlice.Functions("users", "profiles") },
                new() { Key = "goods", Slice = ShardSlice.Functions("products") },
            ],
        });

        plan.One(Parameter, "accounts-people-eu-central-1").Text("insecureValue").ShouldNotBeNull().ShouldContain("\"functions\":[\"users\",\"profiles\"]");
        plan.Some("aws:rds/instance:Instance").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Shards_by_key_say_where_they_begin()
    {
        var plan = await PlanOf(Two with
        {
            Shards = [new() { Key = "a-to-m", Slice = ShardSlice.KeysFrom("") }, new() { Key = "n-to-z", Slice = ShardSlice.KeysFrom("n") }],
        });

        plan.One(Parameter, "accounts-n-to-z-eu-central-1").Text("insecureValue").ShouldNotBeNull().ShouldContain("\"from\":\"n\"");
    }

    [Fact]
    public async Task A_role_may_read_the_map_and_log_in_to_every_shard_of_its_region()
    {
        var policies = new List<string>();
        await Plan.Of(() => new ShardedDatabase("accounts", Two).ConnectPolicyIn("eu-central-1").Apply(policy =>
        {
            policies.Add(policy);
            return policy;
        }));

        var policy = policies.ShouldHaveSingleItem();
        policy.ShouldContain("dbuser:db-accounts-a-eu-central-1-primary/app");
        policy.ShouldContain("dbuser:db-accounts-b-eu-central-1-primary/app");
        policy.ShouldContain("arn:aws:ssm:eu-central-1:123456789012:parameter/shop/test/accounts/shards/*");
    }

    [Fact]
    public async Task A_gap_in_the_map_is_told() =>
        (await Plan.ErrorOf(() => _ = new ShardedDatabase("accounts", Two with { Shards = [Slots("a", 0, 8191)] }))).ShouldBe(
            """
            ShardedDatabase 'accounts' cannot be built:
              - Slots 8192 to 16383 belong to no shard.
            """);

    private static Task<Plan> PlanOf(ShardedDatabaseArgs args) => Plan.Of(() => _ = new ShardedDatabase("accounts", args));

    private static Shard Slots(string key, int first, int last) => new() { Key = key, Slice = ShardSlice.Slots(first, last) };

    private static string Inputs(PlannedResource resource) => System.Text.Json.JsonSerializer.Serialize(
        new SortedDictionary<string, object>(resource.Inputs, StringComparer.Ordinal));
}
