using Infra.Components;
using Infra.Components.Networking;

namespace Infra.Tests.Components.Networking;

public sealed class FirewallPlanTests
{
    private static readonly CloudFront CloudFront = CloudFront.In(Places.Frankfurt);
    private static readonly Internet Internet = new();
    private static readonly LoadBalancerTier LoadBalancers = new();
    private static readonly WebTier Web = new();

    [Fact]
    public void A_flow_between_two_tiers_opens_both_halves()
    {
        var plan = FirewallPlan.Of([LoadBalancers.CanReach(Web)]);

        plan.Rules.Select(rule => $"{rule.Group}: {rule.Direction} {rule.Port} {Text(rule.Other)} {rule.Name}").ShouldBe(
        [
            "load-balancer: Egress 80 web load-balancer-to-web-80-egress",
            "web: Ingress 80 load-balancer load-balancer-to-web-80-ingress",
        ]);
    }

    [Fact]
    public void The_internet_reaches_load_balancers_on_80_and_443_only() =>
        FirewallPlan.Of([Internet.CanReach(LoadBalancers)]).Rules
            .Select(rule => $"{rule.Group}: {rule.Direction} {rule.Port} {Text(rule.Other)} {rule.Name}").ShouldBe(
            [
                "load-balancer: Ingress 80 0.0.0.0/0 internet-to-load-balancer-80-ingress",
                "load-balancer: Ingress 80 ::/0 internet-ipv6-to-load-balancer-80-ingress",
                "load-balancer: Ingress 443 0.0.0.0/0 internet-to-load-balancer-443-ingress",
                "load-balancer: Ingress 443 ::/0 internet-ipv6-to-load-balancer-443-ingress",
            ]);

    [Fact]
    public void Web_machines_reach_the_internet_by_https_only() =>
        FirewallPlan.Of([Web.CanReach(Internet)]).Rules
            .Select(rule => $"{rule.Group}: {rule.Direction} {rule.Port} {Text(rule.Other)} {rule.Name}").ShouldBe(
            [
                "web: Egress 443 0.0.0.0/0 web-to-internet-443-egress",
                "web: Egress 443 ::/0 web-to-internet-ipv6-443-egress",
            ]);

    [Fact]
    public void Across_regions_each_end_names_the_subnets_of_the_other()
    {
        var (blocks, database) = ((Cidr[])[Cidr.Parse("10.41.0.0/20"), Cidr.Parse("10.41.32.0/20")], new DatabaseTier());

        FirewallPlan.Of([new Neighbours(blocks).CanReach(database)]).Rules
            .Select(rule => $"{rule.Group}: {rule.Direction} {rule.Port} {Text(rule.Other)} {rule.Name}").ShouldBe(
            [
                "database: Ingress 3306 10.41.0.0/20 neighbour-10.41.0.0-20-to-database-3306-ingress",
                "database: Ingress 3306 10.41.32.0/20 neighbour-10.41.32.0-20-to-database-3306-ingress",
            ]);
        FirewallPlan.Of([Web.CanReach(new RemoteDatabases([blocks[0]]))]).Rules
            .Select(rule => $"{rule.Group}: {rule.Direction} {rule.Port} {Text(rule.Other)} {rule.Name}")
            .ShouldBe(["web: Egress 3306 10.41.0.0/20 web-to-remote-database-10.41.0.0-20-3306-egress"]);
    }

    [Fact]
    public void Public_addresses_are_no_neighbours() =>
        FirewallPlan.Of([new Neighbours([Cidr.Parse("198.51.100.0/28")]).CanReach(new DatabaseTier())]).Check().ShouldHaveSingleItem()
            .ShouldBe("The range 198.51.100.0/28 of a joined network is public; expected are subnets of a network, which are private.");

    [Fact]
    public void Each_admin_range_has_a_rule_that_carries_its_name()
    {
        var plan = FirewallPlan.Of([Admins("10.250.0.0/24", "203.0.113.8/29").CanReach(Web)]);

        plan.Rules.Select(rule => rule.Name).ShouldBe(
            ["admin-10.250.0.0-24-to-web-22-ingress", "admin-203.0.113.8-29-to-web-22-ingress"]);
        plan.Check().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("0.0.0.0/1")]
    [InlineData("203.0.112.0/23")]
    [InlineData("10.0.0.0/7")]
    public void Ranges_wider_than_a_vpn_are_no_administrators(string range) =>
        FirewallPlan.Of([Admins(range).CanReach(Web)]).Check().ShouldHaveSingleItem()
            .ShouldStartWith($"The admin range {range} opens SSH to {Cidr.Parse(range).AddressCount} addresses of the internet");

    [Theory]
    [InlineData("203.0.113.0/24")]
    [InlineData("10.0.0.0/8")]
    public void Ranges_of_a_vpn_are_administrators(string range) =>
        FirewallPlan.Of([Admins(range).CanReach(Web)]).Check().ShouldBeEmpty();

    [Fact]
    public void A_flow_declared_twice_is_refused() =>
        FirewallPlan.Of([LoadBalancers.CanReach(Web), LoadBalancers.CanReach(Web)]).Check().ShouldBe(
        [
            "The rule load-balancer-to-web-80-egress (load-balancer to web on TCP 80) is declared 2 times; AWS refuses duplicates. Remove the repeated flow.",
            "The rule load-balancer-to-web-80-ingress (load-balancer to web on TCP 80) is declared 2 times; AWS refuses duplicates. Remove the repeated flow.",
        ]);

    [Fact]
    public void More_rules_than_the_quota_are_refused() =>
        FirewallPlan.Of([Admins(Ranges(61)).CanReach(Web)]).Check().ShouldBe(
            ["The security group of web would hold 61 ingress rules; AWS's quota is 60. Join address ranges, or ask for a higher quota."]);

    [Fact]
    public void The_quota_counts_each_version_of_ip_by_itself() =>
        FirewallPlan.Of([Admins(Ranges(60)).CanReach(new BastionTier()), Web.CanReach(Internet)]).Check().ShouldBeEmpty();

    [Fact]
    public void Cloudfront_alone_reaches_load_balancers_on_443_and_fills_55_places_of_the_quota()
    {
        var rule = FirewallPlan.Of([CloudFront.CanReach(LoadBalancers)]).Rules.ShouldHaveSingleItem();

        rule.Name.ShouldBe("cloudfront-to-load-balancer-443-ingress");
        rule.Other.ShouldBeOfType<RuleEnd.PrefixList>();
        rule.Weight.ShouldBe(55);
    }

    [Fact]
    public void A_prefix_list_counts_as_all_that_it_may_hold() =>
        FirewallPlan.Of([CloudFront.CanReach(LoadBalancers), CloudFront.In(Places.Frankfurt).CanReach(LoadBalancers)]).Check().Last().ShouldBe(
            "The security group of load-balancer would hold 110 ingress rules (cloudfront-to-load-balancer-443-ingress counts as 55)"
            + " (cloudfront-to-load-balancer-443-ingress counts as 55); AWS's quota is 60. Join address ranges, or ask for a higher quota.");

    [Fact]
    public void Cloudfront_beside_the_internet_is_refused() =>
        FirewallPlan.Of([CloudFront.CanReach(LoadBalancers), Internet.CanReach(LoadBalancers)]).Check().ShouldBe(
            ["Both cloudfront and internet reach load-balancer, so its visitors can go past CloudFront. Remove one of the two flows."]);

    [Fact]
    public void A_firewall_without_flows_is_refused() => FirewallPlan.Of([]).Check().ShouldHaveSingleItem().ShouldStartWith("No flow is declared");

    [Fact]
    public void Descriptions_keep_to_the_characters_that_aws_allows() =>
        FirewallPlan.Of([Internet.CanReach(LoadBalancers), LoadBalancers.CanReach(Web), Admins("10.250.0.0/24").CanReach(Web), Web.CanReach(Internet)])
            .Rules.ShouldAllBe(rule => rule.Description.Length <= 255
                && rule.Description.All(letter => char.IsAsciiLetterOrDigit(letter) || " ._-:/()#,@[]+=&;{}!$*".Contains(letter)));

    private static string? Text(RuleEnd end) => end switch
    {
        RuleEnd.Group group => group.Tier.Key,
        RuleEnd.Range range => range.Block.ToString(),
        RuleEnd.Ipv6Internet => RuleEnd.Ipv6Internet.Block,
        _ => null,
    };

    private static string[] Ranges(int count) => [.. Cidr.Parse("10.250.0.0/16").Split(8).Take(count).Select(range => range.ToString())];

    private static Administrators Admins(params string[] ranges) => new([.. ranges.Select(Cidr.Parse)]);
}
