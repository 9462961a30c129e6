using Infra.Components;
using Infra.Components.Data;
using Infra.Components.Messaging;
using Infra.Stacks;
using Infra.Tests.Testing;

namespace Infra.Tests.Stacks;

/// <summary>What the configuration adds comes to what is there, which stays as it is: no identity goes, and nothing is made anew.</summary>
public sealed class GrowthTests
{
    // Sorts before all others, so that nothing may depend on which region comes first.
    private static readonly RegionSettings FirstByName = new()
    {
        Location = new("210987654321", "ap-southeast-1"),
        Cidr = Cidr.Parse("10.42.0.0/16"),
        Zones = ["a", "b", "c"],
        ImageId = "ami-0d4e5f60718293a4b",
        NextImageId = null,
        CertificateArn = null,
        Serves = [],
    };

    [Fact]
    public async Task Adding_the_second_region_replaces_nothing()
    {
        var both = PlannedPlatform.SettingsOf("prod");

        ShouldOnlyGrow(await PlannedPlatform.Of(both with { Regions = [both.Regions[0]], StandbyRegion = null }), await PlannedPlatform.Of("prod"));
    }

    [Fact]
    public async Task Adding_a_third_region_whose_name_comes_first_replaces_nothing_and_takes_over_nothing_from_the_standby()
    {
        var two = PlannedPlatform.SettingsOf("prod");
        var (before, after) = await ReplacesNothing("prod", two with { Regions = [FirstByName, .. two.Regions] });

        foreach (var plan in new[] { before, after })
        {
            Standby(plan).ShouldBe("edge-us-east-1.example.com");
            CopiesOf(plan, "eu-central-1").ShouldBe("arn:aws:mock:::backup-vault-us-east-1");
            CopiesOf(plan, "us-east-1").ShouldBe("arn:aws:mock:::backup-vault-eu-central-1");
        }

        CopiesOf(after, "ap-southeast-1").ShouldBe("arn:aws:mock:::backup-vault-eu-central-1");

        static string? Standby(Plan plan) => plan.Some("aws:route53/record:Record")
            .Single(record => record.Text("type") == "A" && record.Text("failoverRoutingPolicies.0.type") == "SECONDARY").Text("aliases.0.name");
        static string? CopiesOf(Plan plan, string region) =>
            plan.One("aws:backup/plan:Plan", $"backup-{region}").Text("rules.0.copyActions.0.destinationVaultArn");
    }

    [Theory]
    [InlineData("dev", "c")]
    [InlineData("prod", "d")]
    public async Task Adding_a_zone_replaces_nothing_and_moves_no_address(string stack, string zone)
    {
        var settings = PlannedPlatform.SettingsOf(stack);

        var (before, after) = await ReplacesNothing(
            stack, settings with { Regions = [.. settings.Regions.Select(region => region with { Zones = [.. region.Zones, zone] })] });

        Blocks(before).Except(Blocks(after)).ShouldBeEmpty();
        Blocks(after).Count().ShouldBe(3 * settings.Regions.Sum(region => region.Zones.Count + 1));

        static IEnumerable<string> Blocks(Plan plan) => plan.Some("aws:ec2/subnet:Subnet").Select(subnet => $"{subnet.Name} {subnet.Text("cidrBlock")}");
    }

    [Fact]
    public async Task Adding_a_shard_replaces_nothing()
    {
        var settings = PlannedPlatform.SettingsOf("prod");
        var shards = settings.Data.AccountShards;

        await ReplacesNothing("prod", settings with
        {
            Data = settings.Data with
            {
                AccountShards =
                [
                    shards[0], new() { Key = "aa", Slice = ShardSlice.Slots(10000, 16383) }, shards[1] with { Slice = ShardSlice.Slots(8192, 9999) },
                ],
            },
        });
    }

    [Fact]
    public async Task Adding_a_replica_replaces_nothing()
    {
        var settings = PlannedPlatform.SettingsOf("prod");

        await ReplacesNothing("prod", settings with
        {
            Profile = settings.Profile with
            {
                DatabaseReplicas = settings.Profile.DatabaseReplicas + 1,
                CacheReplicas = settings.Profile.CacheReplicas + 1,
                StoreReaders = settings.Profile.StoreReaders + 1,
                AuroraReaders = settings.Profile.AuroraReaders + 1,
            },
        });
    }

    [Theory]
    [InlineData(JobOrder.Any, "orders")]
    [InlineData(JobOrder.PerGroup)]
    public async Task Adding_a_queue_whose_name_comes_first_replaces_nothing(JobOrder order, params string[] topics)
    {
        var settings = PlannedPlatform.SettingsOf("prod");
        var queue = settings.Queues.Single(queue => queue.Key == "mails");

        await ReplacesNothing("prod", settings with { Queues = [queue with { Key = "audits", Order = order, Topics = topics }, .. settings.Queues] });
    }

    [Fact]
    public async Task Adding_a_topic_and_a_queue_in_order_replaces_nothing()
    {
        var settings = PlannedPlatform.SettingsOf("prod");
        var queue = settings.Queues.Single(queue => queue.Key == "mails");

        await ReplacesNothing("prod", settings with
        {
            Topics = [new("audits", JobOrder.PerGroup), .. settings.Topics],
            Queues = [queue with { Key = "audits", Order = JobOrder.PerGroup, Topics = ["audits"] }, .. settings.Queues],
        });
    }

    private static async Task<(Plan Before, Plan After)> ReplacesNothing(string stack, StackSettings grown)
    {
        var (before, after) = (await PlannedPlatform.Of(stack), await PlannedPlatform.Of(grown));
        ShouldOnlyGrow(before, after);
        return (before, after);
    }

    private static void ShouldOnlyGrow(Plan before, Plan after)
    {
        Replacements.Between(before, after).ShouldBeEmpty();
        after.Resources.Count.ShouldBeGreaterThan(before.Resources.Count);
    }
}
