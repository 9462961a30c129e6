using System.Collections.Immutable;
using Infra.Components;
using Infra.Components.Networking;
using Infra.Tests.Testing;
using Pulumi.Testing;

namespace Infra.Tests.Components.Networking;

public sealed class FirewallTests
{
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    private static readonly Internet Internet = new();
    private static readonly LoadBalancerTier LoadBalancers = new();
    private static readonly WebTier Web = new();

    private static readonly FirewallArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        VpcId = "vpc-1",
        Flows = [Internet.CanReach(LoadBalancers), LoadBalancers.CanReach(Web)],
    };

    [Fact]
    public async Task A_group_opens_nothing_itself_and_says_its_tier()
    {
        var plan = await Plan.Of(() => _ = new Firewall("wall", Args));

        var groups = plan.Some("aws:ec2/securityGroup:SecurityGroup");
        groups.Select(group => (group.Name, group.Text("tags.infra:tier"))).ShouldBe([("wall-load-balancer", "load-balancer"), ("wall-web", "web")]);
        groups.ShouldAllBe(group => !group.Inputs.ContainsKey("ingress") && !group.Inputs.ContainsKey("egress"));
    }

    [Fact]
    public async Task Each_rule_is_a_resource_with_exactly_one_source()
    {
        var plan = await Plan.Of(() => _ = new Firewall("wall", Args));

        plan.Some(Ingress)
            .Select(rule => $"{rule.Name}: {rule.Text("securityGroupId")} "
                + $"from {rule.Text("cidrIpv4")}{rule.Text("cidrIpv6")}{rule.Text("prefixListId")}{rule.Text("referencedSecurityGroupId")} "
                + $"{rule.Text("ipProtocol")} {rule.Number("fromPort")}-{rule.Number("toPort")}")
            .ShouldBe(
            [
                "wall-internet-to-load-balancer-80-ingress: wall-load-balancer-id from 0.0.0.0/0 tcp 80-80",
                "wall-internet-ipv6-to-load-balancer-80-ingress: wall-load-balancer-id from ::/0 tcp 80-80",
                "wall-internet-to-load-balancer-443-ingress: wall-load-balancer-id from 0.0.0.0/0 tcp 443-443",
                "wall-internet-ipv6-to-load-balancer-443-ingress: wall-load-balancer-id from ::/0 tcp 443-443",
                "wall-load-balancer-to-web-80-ingress: wall-web-id from wall-load-balancer-id tcp 80-80",
            ]);
        plan.Some(Egress)
            .Select(rule => $"{rule.Name}: {rule.Text("securityGroupId")} "
                + $"to {rule.Text("cidrIpv4")}{rule.Text("referencedSecurityGroupId")} {rule.Number("fromPort")}")
            .ShouldBe(["wall-load-balancer-to-web-80-egress: wall-load-balancer-id to wall-web-id 80"]);
    }

    [Fact]
    public async Task Adding_a_flow_changes_no_rule_that_is_there()
    {
        var before = await Plan.Of(() => _ = new Firewall("wall", Args));
        var after = await Plan.Of(() => _ = new Firewall("wall", Args with { Flows = [Web.CanReach(Internet), .. Args.Flows] }));

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
        after.Urns("test").Except(before.Urns("test")).Select(urn => urn[(urn.LastIndexOf(':') + 1)..])
            .ShouldBe(["wall-web-to-internet-443-egress", "wall-web-to-internet-ipv6-443-egress"], ignoreOrder: true);
    }

    [Fact]
    public async Task Cloudfronts_servers_are_named_by_the_list_that_aws_keeps_of_them_in_the_region()
    {
        var asked = new List<MockCallArgs>();
        var plan = await Plan.Of(
            () => _ = new Firewall("wall", Args with { Flows = [CloudFront.In(Places.Frankfurt).CanReach(LoadBalancers)] }),
            call =>
            {
                asked.Add(call);
                return new Dictionary<string, object> { ["id"] = "pl-1" }.ToImmutableDictionary();
            });

        var call = asked.ShouldHaveSingleItem();
        (call.Token, call.Args["name"], call.Args["region"]).ShouldBe(
            ("aws:ec2/getManagedPrefixList:getManagedPrefixList", "com.amazonaws.global.cloudfront.origin-facing", "eu-central-1"));
        plan.One("infra:network:Firewall").Outputs["cloudFrontPrefixListIds"].ShouldBe(ImmutableArray.Create("pl-1"));
        var rule = plan.One(Ingress);
        (rule.Text("prefixListId"), rule.Number("fromPort"), rule.Number("toPort")).ShouldBe(("pl-1", 443, 443));
        rule.Inputs.Keys.ShouldNotContain("cidrIpv4");
        rule.Inputs.Keys.ShouldNotContain("cidrIpv6");
    }

    [Fact]
    public async Task A_firewall_that_opens_ssh_to_the_world_cannot_be_built() =>
        (await Plan.ErrorOf(() => _ = new Firewall("wall", Args with { Flows = [new Administrators([Cidr.Parse("0.0.0.0/1")]).CanReach(Web)] }))).ShouldBe(
            """
            Firewall 'wall' cannot be built:
              - The admin range 0.0.0.0/1 opens SSH to 2147483648 addresses of the internet; allowed are ranges of a VPN: /24 or narrower in public address space, any width within private address space.
            """);

    [Theory]
    [InlineData("sg")]
    [InlineData("sg-main")]
    [InlineData("SG-main")]
    public async Task A_name_that_makes_its_groups_look_like_ids_is_refused(string name) =>
        (await Plan.ErrorOf(() => _ = new Firewall(name, Args))).ShouldBe(
            $"""
            Firewall '{name}' cannot be built:
              - The name '{name}' begins the names of its security groups, which AWS refuses with 'sg-' in front; expected is another, such as firewall.
            """);

    [Fact]
    public async Task A_tier_that_no_flow_names_has_no_group() =>
        (await Plan.ErrorOf(() => _ = new Firewall("wall", Args with { Flows = [Internet.CanReach(LoadBalancers)] }).GroupOf(Web))).ShouldBe(
            "Firewall 'wall' has no security group for web: no flow names it. Declare a flow from or to web.");
}
