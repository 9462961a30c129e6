using Infra.Components.Dns;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Dns;

public sealed class RoutingGroupTests
{
    private const string Record = "aws:route53/record:Record";

    private static readonly AliasAnswer Frankfurt = AliasAnswer.ToBalancer("edge-1.example.net", "Z1");
    private static readonly AliasAnswer Virginia = AliasAnswer.ToBalancer("edge-2.example.net", "Z2");
    private static readonly AliasAnswer Cdn = AliasAnswer.ToDistribution("d1.cloudfront.net", "Z3");
    private static readonly AddressAnswer Somewhere = new("203.0.113.7");

    [Fact]
    public async Task A_name_that_always_has_the_same_answer_gets_it_over_both_protocols()
    {
        var plan = await PlanOf(new SimpleRouting(Cdn));

        plan.Some(Record).Select(record => (record.Name, record.Text("type"))).ShouldBe([("api-a", "A"), ("api-aaaa", "AAAA")]);
        plan.Some(Record).ShouldAllBe(record => record.Text("setIdentifier") == null && record.Number("ttl") == null);
    }

    [Fact]
    public async Task An_alias_names_the_zone_of_its_target_and_is_watched_unless_it_is_a_distribution()
    {
        var balancer = (await PlanOf(new SimpleRouting(Frankfurt))).One(Record);
        (balancer.Text("aliases.0.name"), balancer.Text("aliases.0.zoneId"), balancer.Flag("aliases.0.evaluateTargetHealth"))
            .ShouldBe(("edge-1.example.net", "Z1", true));

        var distribution = (await PlanOf(new SimpleRouting(Cdn))).One(Record, "api-a");
        (distribution.Text("aliases.0.zoneId"), distribution.Flag("aliases.0.evaluateTargetHealth")).ShouldBe(("Z3", false));
    }

    [Fact]
    public async Task A_balancer_with_a_release_that_is_not_fit_yet_is_watched_by_a_check_and_not_by_its_targets()
    {
        var record = (await Plan.Of(() =>
        {
            var network = Examples.Network();
            var (firewall, loadBalancers, _, _) = Examples.Firewall(network);
            var balancer = Examples.LoadBalancer(network, firewall, loadBalancers);
            Group(FailoverRouting.WithoutStandby(AliasAnswer.WhileHealthy(balancer, "check-1")), RoutingTtl);
        })).One(Record);

        (record.Flag("aliases.0.evaluateTargetHealth"), record.Text("healthCheckId")).ShouldBe((false, "check-1"));
    }

    [Fact]
    public async Task Latency_routing_has_one_answer_for_each_region()
    {
        var plan = await PlanOf(new LatencyRouting(new Dictionary<string, Answer> { ["us-east-1"] = Virginia, ["eu-central-1"] = Frankfurt }));

        plan.Some(Record).Select(record => (record.Name, record.Text("setIdentifier"), record.Text("latencyRoutingPolicies.0.region")))
            .ShouldBe([("api-eu-central-1-a", "eu-central-1", "eu-central-1"), ("api-us-east-1-a", "us-east-1", "us-east-1")]);
        plan.Some(Record).ShouldAllBe(record => record.Text("name") == "api.shop.example");
    }

    [Fact]
    public async Task Weighted_routing_shares_the_traffic()
    {
        var plan = await PlanOf(new WeightedRouting(new Dictionary<string, WeightedAnswer> { ["blue"] = new(255, Frankfurt), ["green"] = new(0, Virginia) }));

        plan.Some(Record).Select(record => (record.Text("setIdentifier"), record.Number("weightedRoutingPolicies.0.weight")))
            .ShouldBe([("blue", 255), ("green", 0)]);
    }

    [Fact]
    public async Task Geolocation_always_has_a_default()
    {
        var plan = await PlanOf(new GeolocationRouting(Virginia, new Dictionary<Area, Answer>
        {
            [Area.Continent("NA")] = Virginia,
            [Area.Country("NA")] = Frankfurt,
            [Area.State("CA")] = Virginia,
        }));

        plan.One(Record, "api-continent-na-a").Text("geolocationRoutingPolicies.0.continent").ShouldBe("NA");
        plan.One(Record, "api-country-na-a").Text("geolocationRoutingPolicies.0.country").ShouldBe("NA");
        var state = plan.One(Record, "api-state-us-ca-a");
        (state.Text("geolocationRoutingPolicies.0.country"), state.Text("geolocationRoutingPolicies.0.subdivision")).ShouldBe(("US", "CA"));
        plan.One(Record, "api-default-a").Text("geolocationRoutingPolicies.0.country").ShouldBe("*");
    }

    [Fact]
    public async Task Geoproximity_pulls_and_pushes()
    {
        var plan = await PlanOf(new GeoproximityRouting(new Dictionary<string, PlacedAnswer>
        {
            ["frankfurt"] = PlacedAnswer.InRegion("eu-central-1", Frankfurt) with { Bias = 20 },
            ["oslo"] = PlacedAnswer.At(59.914, 10.75, Virginia),
        }));

        var region = plan.One(Record, "api-frankfurt-a");
        (region.Text("geoproximityRoutingPolicy.awsRegion"), region.Number("geoproximityRoutingPolicy.bias")).ShouldBe(("eu-central-1", 20));
        var place = plan.One(Record, "api-oslo-a");
        (place.Text("geoproximityRoutingPolicy.coordinates.0.latitude"), place.Text("geoproximityRoutingPolicy.coordinates.0.longitude"))
            .ShouldBe(("59.91", "10.75"));
    }

    [Fact]
    public async Task Failover_has_a_primary_and_a_secondary()
    {
        var plan = await PlanOf(FailoverRouting.ToHotStandby(Frankfurt, Virginia));

        plan.Some(Record).Select(record => (record.Name, record.Text("failoverRoutingPolicies.0.type")))
            .ShouldBe([("api-primary-a", "PRIMARY"), ("api-secondary-a", "SECONDARY")]);
    }

    [Fact]
    public async Task A_standby_that_comes_later_leaves_the_primary_alone()
    {
        var alone = await PlanOf(FailoverRouting.WithoutStandby(Frankfurt));
        var both = await PlanOf(FailoverRouting.ToHotStandby(Frankfurt, Virginia));

        alone.Some(Record).ShouldHaveSingleItem().Name.ShouldBe("api-primary-a");
        alone.Urns("test").Except(both.Urns("test")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Multivalue_answers_carry_their_checks()
    {
        var plan = await PlanOf(new MultivalueRouting(new Dictionary<string, AddressAnswer>
        {
            ["one"] = new("203.0.113.7") { HealthCheckId = "check-1" },
            ["two"] = new("203.0.113.8") { HealthCheckId = "check-2" },
        }));

        plan.Some(Record).Select(record => (record.Text("healthCheckId"), record.Flag("multivalueAnswerRoutingPolicy"), record.Number("ttl")))
            .ShouldBe([("check-1", true, 60), ("check-2", true, 60)]);
    }

    [Fact]
    public async Task Adding_a_region_changes_no_identity()
    {
        var one = await PlanOf(new LatencyRouting(new Dictionary<string, Answer> { ["us-east-1"] = Virginia }));
        var two = await PlanOf(new LatencyRouting(new Dictionary<string, Answer> { ["eu-central-1"] = Frankfurt, ["us-east-1"] = Virginia }));

        one.Urns("test").Except(two.Urns("test")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_and_type_belong_to_one_group_or_to_the_zone() =>
        (await Plan.ErrorOf(() =>
        {
            var zone = new Zone("zone", Places.PublicZone with { Records = [new TextRecord("api", "proof")] });
            _ = new RoutingGroup("first", new() { Zone = zone, Name = "api", Routing = new SimpleRouting(Frankfurt) });
            _ = new RoutingGroup("second", new() { Zone = zone, Name = "api", Routing = new SimpleRouting(Cdn) });
        })).ShouldBe(
            """
            RoutingGroup 'second' cannot be built:
              - api.shop.example has A records of routing group 'first' already; all records of one name and type belong to one owner and follow one policy.
            """);

    [Fact]
    public async Task Every_problem_of_a_group_is_told_at_once() =>
        (await ErrorOf(new WeightedRouting(new Dictionary<string, WeightedAnswer>
        {
            ["Blue"] = new(256, Somewhere),
            ["bad"] = new(1, new AddressAnswer("203.0.113.256")),
            ["green"] = new(1, new NameAnswer("other.example.net")),
        }), ttlSeconds: 300)).ShouldBe(
            """
            RoutingGroup 'api' cannot be built:
              - TtlSeconds is 300; allowed are 60, or resolvers send users to an answer that is down for longer.
              - The key 'Blue' is no name; expected are lower-case words joined by hyphens.
              - Answer 'Blue' has the weight 256; allowed is 0 to 255.
              - Answer 'bad' names '203.0.113.256', which is no IPv4 address.
              - Answer 'Blue' has A records only, while the group has A, CNAME: the policy of each type would choose among other answers. Make all answers of the same kind.
              - Answer 'bad' has A records only, while the group has A, CNAME: the policy of each type would choose among other answers. Make all answers of the same kind.
              - Answer 'green' has CNAME records only, while the group has A, CNAME: the policy of each type would choose among other answers. Make all answers of the same kind.
            """);

    [Fact]
    public async Task A_failover_that_would_never_happen_is_refused()
    {
        (await ErrorOf(FailoverRouting.ToColdStandby(Somewhere, Somewhere)))
            .ShouldContain("Nothing watches the primary answer, so Route 53 would never fail over; give it a HealthCheckId, or an alias of a load balancer.");
        (await ErrorOf(FailoverRouting.ToHotStandby(Frankfurt, Somewhere)))
            .ShouldContain("Nothing watches the hot standby; give it a HealthCheckId or an alias of a load balancer, or call it cold.");
        (await PlanOf(FailoverRouting.ToColdStandby(Frankfurt, Cdn with { HasIpv6 = false }))).Some(Record).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Users_with_ipv6_are_not_sent_to_the_standby_for_good() =>
        (await ErrorOf(FailoverRouting.ToColdStandby(Frankfurt, Cdn))).ShouldContain(
            "Answer 'primary' has A records only, while the group has A, AAAA: the policy of each type would choose among other answers.");

    [Fact]
    public async Task A_name_without_labels_has_no_other_name()
    {
        var error = await Plan.ErrorOf(() => _ = new RoutingGroup("root", new()
        {
            Zone = new Zone("zone", Places.PublicZone),
            Name = "",
            Routing = new SimpleRouting(new NameAnswer("other.example.net")),
        }));

        error.ShouldContain("It answers with another name at shop.example itself, where DNS allows no CNAME. Answer with an alias.");
    }

    [Fact]
    public async Task Policies_have_their_own_limits()
    {
        (await ErrorOf(new WeightedRouting(new Dictionary<string, WeightedAnswer> { ["a"] = new(0, Frankfurt), ["b"] = new(0, Virginia) })))
            .ShouldContain("Every weight is 0, which Route 53 takes for equal shares; give at least one answer a weight.");
        (await ErrorOf(new WeightedRouting(Enumerable.Range(0, 101).ToDictionary(index => $"a{index}", _ => new WeightedAnswer(1, Frankfurt)))))
            .ShouldContain("Weighted routing has 101 answers; allowed are 1 to 100.");
        (await ErrorOf(new LatencyRouting(new Dictionary<string, Answer> { ["frankfurt"] = new AddressAnswer("203.0.113.7", "203.0.113.8") }))).ShouldBe(
            """
            RoutingGroup 'api' cannot be built:
              - 'frankfurt' is no region; expected is a name such as eu-central-1.
              - Answer 'frankfurt' has 2 addresses; latency routing takes one for each region.
            """);
        (await ErrorOf(new LatencyRouting(new Dictionary<string, Answer>()))).ShouldContain("Latency routing has no answer; expected is one for each region.");
        (await ErrorOf(new GeoproximityRouting(new Dictionary<string, PlacedAnswer>())))
            .ShouldContain("Geoproximity routing has no answer; expected is at least one.");
        (await ErrorOf(new MultivalueRouting(new Dictionary<string, AddressAnswer> { ["one"] = new("203.0.113.7", "203.0.113.8") }))).ShouldBe(
            """
            RoutingGroup 'api' cannot be built:
              - Multivalue routing has 1 answer(s); expected are at least 2.
              - Answer 'one' has 2 addresses; with multivalue routing each address is an answer of its own, or one that fails takes the others with it.
            """);
        (await ErrorOf(new GeolocationRouting(Frankfurt,
                new Dictionary<Area, Answer> { [Area.Continent("XX")] = Frankfurt, [Area.Country("Germany")] = Frankfurt })))
            .ShouldContain("'XX' is no continent of Route 53; allowed are AF, AN, AS, EU, NA, OC, SA.\n"
                + "  - 'Germany' is no country or state; expected are two capital letters, such as DE.");
        (await ErrorOf(new GeoproximityRouting(new Dictionary<string, PlacedAnswer>
        {
            ["far"] = PlacedAnswer.At(-91, 181, Frankfurt) with { Bias = 100 },
            ["nowhere"] = PlacedAnswer.InRegion("here", Frankfurt),
        }))).ShouldBe(
            """
            RoutingGroup 'api' cannot be built:
              - Answer 'far' has the bias 100; allowed is -99 to 99.
              - Answer 'far' has the latitude -91; allowed is -90 to 90.
              - Answer 'far' has the longitude 181; allowed is -180 to 180.
              - Answer 'nowhere' stands in 'here'; expected is a region such as eu-central-1.
            """);
    }

    [Theory]
    [InlineData("continent:EU", "continent-eu")]
    [InlineData("country:DE", "country-de")]
    [InlineData("state:CA", "state-us-ca")]
    public async Task Areas_are_read_from_configuration(string text, string key)
    {
        Area.TryParse(text, out var area, out _).ShouldBeTrue();

        var plan = await PlanOf(new GeolocationRouting(Frankfurt, new Dictionary<Area, Answer> { [area!] = Virginia }));
        plan.Some(Record)[0].Text("setIdentifier").ShouldBe(key);
    }

    [Theory]
    [InlineData("EU", "'EU' is no area; expected is a text such as continent:EU, country:DE or state:CA.")]
    [InlineData("continent:DE", "'DE' is no continent of Route 53; allowed are AF, AN, AS, EU, NA, OC, SA.")]
    public void A_text_that_names_no_area_is_refused(string text, string expected)
    {
        Area.TryParse(text, out _, out var problem).ShouldBeFalse();

        problem.ShouldBe(expected);
    }

    private static Task<Plan> PlanOf(DnsRouting routing) => Plan.Of(() => Group(routing, RoutingTtl));

    private static Task<string> ErrorOf(DnsRouting routing, int ttlSeconds = RoutingTtl) => Plan.ErrorOf(() => Group(routing, ttlSeconds));

    private const int RoutingTtl = 60;

    private static void Group(DnsRouting routing, int ttlSeconds) =>
        _ = new RoutingGroup("api", new() { Zone = new Zone("zone", Places.PublicZone), Name = "api", Routing = routing, TtlSeconds = ttlSeconds });
}
