using FsCheck;
using FsCheck.Fluent;
using Infra.Components;
using Infra.Components.Networking;

namespace Infra.Tests.Components.Networking;

public sealed class AclPlanTests
{
    private const int Client = 45_000;

    private static readonly string[] Letters = ["a", "b", "c", "d", "e", "f", "g", "h"];
    private static readonly AddressPlan Plan = AddressPlan.For(Cidr.Parse("10.20.0.0/16"), ["a", "b"]);

    private static readonly OutsideRanges Outside = new()
    {
        Admins = [Cidr.Parse("10.250.0.0/24")],
        Partners = [Cidr.Parse("203.0.113.8/29")],
        Neighbours = [Cidr.Parse("10.21.0.0/16"), Cidr.Parse("10.22.0.0/16")],
    };

    private static readonly Cidr Visitor = Cidr.Parse("198.51.100.7/32");
    private static readonly Cidr Public = InZone(SubnetTier.Public, "a");
    private static readonly Cidr App = InZone(SubnetTier.App, "a");
    private static readonly Cidr OtherApp = InZone(SubnetTier.App, "b");
    private static readonly Cidr Data = InZone(SubnetTier.Data, "b");

    public static TheoryData<string, string, int, bool> Connections => new()
    {
        { "visitor", "public", 443, true },
        { "visitor", "public", 80, true },
        { "visitor", "public", 22, false },
        { "public", "app", 80, true },
        { "public", "app", 22, false },
        { "public", "data", 3306, false },
        { "visitor", "app", 22, false },
        { "visitor", "data", 3306, false },
        { "partner", "public", 22, true },
        { "partner", "app", 22, false },
        { "admin", "public", 22, false },
        { "admin", "app", 22, true },
        { "admin", "app", 443, false },
        { "admin", "data", 3306, false },
        { "app", "other app", 443, true },
        { "app", "other app", 22, true },
        { "app", "data", 3306, true },
        { "app", "data", 27017, true },
        { "app", "data", 22, false },
        { "app", "public", 443, true },
        { "public", "visitor", 443, true },
        { "app", "visitor", 443, true },
        { "app", "visitor", 25, false },
        { "data", "visitor", 443, false },
        { "data", "public", 443, false },
        { "data", "app", 22, false },
        { "neighbour", "data", 3306, true },
        { "neighbour", "data", 22, false },
        { "neighbour", "app", 22, false },
        { "neighbour", "app", 443, false },
        { "app", "neighbour", 3306, true },
    };

    [Theory]
    [MemberData(nameof(Connections))]
    public void A_connection_passes_with_its_replies_exactly_where_the_tiers_say_so(string from, string to, int port, bool passes)
    {
        var (source, target) = (Place(from), Place(to));
        var request = Leaves(source, target, port) && Enters(source, target, port);
        var reply = Leaves(target, source, Client) && Enters(target, source, Client);

        (request && reply).ShouldBe(passes);
    }

    [Fact]
    public void Adding_zones_or_ranges_changes_no_line()
    {
        var cases = from fewer in Gen.SubListOf(Letters)
                    from more in Gen.SubListOf(Letters)
                    from ranges in Gen.SubListOf(Cidr.Parse("10.250.0.0/16").Split(4).ToArray())
                    where fewer.Count > 0
                    select (fewer: fewer.ToList(), all: fewer.Union(more).ToList(), ranges: ranges.ToList());

        Prop.ForAll(cases.ToArbitrary(), change => SubnetTier.All.All(tier =>
        {
            var before = AclPlan.Of(tier, AddressPlan.For(Plan.Vpc, change.fewer), OutsideRanges.None);
            var after = AclPlan.Of(tier, AddressPlan.For(Plan.Vpc, change.all),
                new() { Admins = change.ranges, Partners = change.ranges, Neighbours = change.ranges });
            return before.All(after.Contains);
        })).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_two_lines_share_a_number_or_a_name_and_all_zones_fit_the_quota()
    {
        var plan = AddressPlan.For(Plan.Vpc, Letters);

        AclPlan.Check(plan, Outside).ShouldBeEmpty();
        foreach (var rules in SubnetTier.All.SelectMany(tier => AclPlan.Of(tier, plan, Outside).GroupBy(rule => rule.Direction)))
        {
            rules.Select(rule => rule.Number).ShouldBeUnique();
            rules.Select(rule => rule.Name).ShouldBeUnique();
            rules.ShouldAllBe(rule => rule.Number >= 1 && rule.Number <= 32766);
        }
    }

    [Fact]
    public void Each_subnet_has_an_ipv6_block_of_its_own_whatever_else_there_is()
    {
        var plan = AddressPlan.For(Plan.Vpc, Letters);

        plan.Subnets.Select(subnet => subnet.Ipv6Index).ShouldBeUnique();
        plan.Subnets.ShouldAllBe(subnet => subnet.Ipv6Index >= 0 && subnet.Ipv6Index <= 255);
        AddressPlan.For(Plan.Vpc, ["c"]).Subnets.ShouldAllBe(subnet => plan.Subnets.Single(same => same.Key == subnet.Key).Ipv6Index == subnet.Ipv6Index);
    }

    [Theory]
    [InlineData("2a05:d014:1:2300::/56", 0, "2a05:d014:1:2300::/64")]
    [InlineData("2a05:d014:1:2300::/56", 255, "2a05:d014:1:23ff::/64")]
    public void An_ipv6_subnet_is_named_by_its_place(string vpc, int index, string subnet) => Ipv6Block.Subnet(vpc, index).ShouldBe(subnet);

    [Theory]
    [InlineData("2a05:d014:1:2300::/64")]
    [InlineData("10.0.0.0/16")]
    [InlineData("")]
    public void A_block_that_is_no_vpcs_is_refused(string block) =>
        Should.Throw<FormatException>(() => Ipv6Block.Subnet(block, 0)).Message.ShouldContain("expected a /56");

    private static Cidr InZone(SubnetTier tier, string zone) => Plan.Of(tier).Single(subnet => subnet.Zone == zone).Block.Part(4, 3);

    private static Cidr Place(string name) => name switch
    {
        "visitor" => Visitor,
        "admin" => Outside.Admins[0],
        "partner" => Outside.Partners[0],
        "neighbour" => Outside.Neighbours[1].Part(8, 3),
        "public" => Public,
        "app" => App,
        "other app" => OtherApp,
        _ => Data,
    };

    private static bool Leaves(Cidr source, Cidr target, int port) => Allows(source, target, port, RuleDirection.Egress);

    private static bool Enters(Cidr source, Cidr target, int port) => Allows(target, source, port, RuleDirection.Ingress);

    // Nothing but the network's own subnets has an ACL.
    private static bool Allows(Cidr own, Cidr other, int port, RuleDirection direction)
    {
        var subnet = Plan.Subnets.FirstOrDefault(candidate => candidate.Block.Contains(own));
        return subnet is null || AclPlan.Of(subnet.Tier, Plan, Outside).Any(rule =>
            rule.Direction == direction && rule.Protocol is AclProtocol.Tcp && !rule.IsIpv6
            && Cidr.Parse(rule.Block).Contains(other) && rule.FromPort <= port && port <= rule.ToPort);
    }
}
