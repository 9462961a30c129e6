using Infra.Review.Engine.Functions;
using Infra.Review.Engine.Synthesis;
using static Infra.Tests.Review.Functions.Calls;

namespace Infra.Tests.Review.Functions;

public sealed class PlaceFunctionTests
{
    private const string Zones = "aws:index/getAvailabilityZones:getAvailabilityZones";

    [Theory]
    [InlineData("us-east-1", "[us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f]")]
    [InlineData("eu-central-1", "[eu-central-1a, eu-central-1b, eu-central-1c]")]
    [InlineData("us-west-1", "[us-west-1a, us-west-1c]")]
    [InlineData("mx-central-1", "[mx-central-1a, mx-central-1b, mx-central-1c]")]
    public void Zones_are_those_of_the_region(string region, string names) =>
        new Calls(region).Answer(Zones, ("state", Text("available")))["names"].ToString().ShouldBe(names);

    [Fact]
    public void An_own_region_wins_over_the_configured_one() =>
        new Calls().Answer(Zones, ("region", Text("eu-west-1")))["zoneIds"].ToString().ShouldBe("[euw1-az1, euw1-az2, euw1-az3]");

    [Fact]
    public void Zones_are_excluded_and_filtered() =>
        new Calls().Answer(Zones,
                ("excludeNames", Texts("eu-central-1a")),
                ("filters", List(Filter("zone-id", "euc1-az1", "euc1-az3"), Filter("opt-in-status", "opt-in-not-required"))))["names"]
            .ToString().ShouldBe("[eu-central-1c]");

    [Fact]
    public void A_state_that_no_zone_has_leaves_none() =>
        new Calls().Answer(Zones, ("state", Text("impaired")))["names"].ToString().ShouldBe("[]");

    [Fact]
    public void An_unknown_region_and_an_unknown_filter_are_refused()
    {
        Should.Throw<FunctionException>(() => new Calls("xx-east-9").TryAnswer(Zones)).Message
            .ShouldSatisfyAllConditions(message => message.ShouldContain("'xx-east-9'"), message => message.ShouldContain("infra.answers.yaml"));
        Should.Throw<FunctionException>(() => new Calls().TryAnswer(Zones, ("filters", List(Filter("colour", "red"))))).Message.ShouldContain("'colour'");
    }

    [Fact]
    public void The_caller_is_the_account_of_every_preview()
    {
        var caller = new Calls().Answer("aws:index/getCallerIdentity:getCallerIdentity");

        caller["accountId"].ToString().ShouldBe("123456789012");
        caller["arn"].ToString().ShouldBe("arn:aws:iam::123456789012:user/preview");
        caller["userId"].ToString().ShouldMatch("^AIDA[A-Z0-9]{17}$");
    }

    [Theory]
    [InlineData("eu-central-1", "aws", "amazonaws.com", "com.amazonaws")]
    [InlineData("cn-north-1", "aws-cn", "amazonaws.com.cn", "cn.com.amazonaws")]
    [InlineData("us-gov-west-1", "aws-us-gov", "amazonaws.com", "com.amazonaws")]
    public void The_partition_follows_from_the_region(string region, string partition, string suffix, string reversed)
    {
        var result = new Calls(region).Answer("aws:index/getPartition:getPartition");

        result["partition"].ToString().ShouldBe(partition);
        result["dnsSuffix"].ToString().ShouldBe(suffix);
        result["reverseDnsPrefix"].ToString().ShouldBe(reversed);
    }

    [Fact]
    public void A_region_whose_zones_are_known_has_a_name_and_its_own_zones_for_load_balancers()
    {
        AwsRegionFacts.Regions.ShouldAllBe(region => AwsRegionNames.Of(region) != null);
        AwsRegionFacts.Regions.SelectMany(region => new[] { AwsRegionFacts.LoadBalancerZone(region, true), AwsRegionFacts.LoadBalancerZone(region, false) })
            .ShouldBeUnique();
    }

    [Fact]
    public void A_region_is_found_by_its_endpoint_and_has_a_name()
    {
        var region = new Calls().Answer("aws:index/getRegion:getRegion", ("endpoint", Text("ec2.eu-west-1.amazonaws.com")));

        region["region"].ToString().ShouldBe("eu-west-1");
        region["description"].ToString().ShouldBe("Europe (Ireland)");
        new Calls().Answer("aws:index/getRegion:getRegion")["endpoint"].ToString().ShouldBe("ec2.eu-central-1.amazonaws.com");
    }
}
