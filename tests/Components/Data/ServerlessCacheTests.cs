using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

public sealed class ServerlessCacheTests
{
    private const string Type = "aws:elasticache/serverlessCache:ServerlessCache";

    internal static readonly ServerlessCacheArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Subnets = Places.Subnets(SubnetTier.Data, "a", "b"),
        SecurityGroupId = "sg-1",
        KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd",
        MaximumGigabytes = 5,
        MaximumUnitsPerSecond = 20_000,
        SnapshotDays = 0,
        DeletionProtection = true,
    };

    [Fact]
    public async Task It_grows_to_its_limits_and_no_further()
    {
        var cache = (await Plan.Of(() => _ = new ServerlessCache("locks", Args))).One(Type);

        (cache.Text("engine"), cache.Text("majorEngineVersion"), cache.List("subnetIds").Length).ShouldBe(("valkey", "8", 2));
        (cache.Number("cacheUsageLimits.dataStorage.maximum"), cache.Text("cacheUsageLimits.dataStorage.unit"),
                cache.Number("cacheUsageLimits.ecpuPerSeconds.0.maximum"))
            .ShouldBe((5, "GB", 20_000));
        cache.Options.Protect.ShouldBe(true);
    }

    [Fact]
    public async Task Machines_sign_in_with_IAM()
    {
        var plan = await Plan.Of(() => _ = new ServerlessCache("locks", Args));

        plan.One(Type).Text("userGroupId").ShouldBe("shop-test-locks");
        plan.One("aws:elasticache/user:User").Text("authenticationMode.type").ShouldBe("iam");
        plan.One("aws:ssm/parameter:Parameter").Text("name").ShouldBe("/shop/test/locks/primary-endpoint");
    }

    [Fact]
    public async Task Every_problem_of_a_serverless_cache_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new ServerlessCache("-locks", Args with
        {
            Subnets = Places.Subnets(SubnetTier.Data, "a"),
            MaximumGigabytes = 5001,
            MaximumUnitsPerSecond = 999,
            SnapshotDays = 36,
        }))).ShouldBe(
            """
            ServerlessCache '-locks' cannot be built:
              - The name '-locks' of the serverless cache may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - Its subnets lie in 1 zone(s); expected are at least 2, so that it survives the loss of one.
              - MaximumGigabytes is 5001; allowed is 1 to 5000.
              - MaximumUnitsPerSecond is 999; allowed is 1000 to 15000000.
              - SnapshotDays is 36; allowed is 0 to 35.
            """);
}
