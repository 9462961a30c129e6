using FsCheck;
using FsCheck.Fluent;
using Infra.Components;
using Infra.Components.Networking;

namespace Infra.Tests.Components.Networking;

public sealed class AddressPlanTests
{
    private static readonly string[] Letters = ["a", "b", "c", "d", "e", "f", "g", "h"];

    [Fact]
    public void Each_zone_owns_an_eighth_and_each_tier_a_place_in_it()
    {
        var plan = AddressPlan.For(Cidr.Parse("10.20.0.0/16"), ["a", "c"]);

        plan.Subnets.Select(subnet => $"{subnet.Key} {subnet.Block}").ShouldBe(
        [
            "app-a 10.20.0.0/20", "app-c 10.20.64.0/20",
            "public-a 10.20.16.0/22", "public-c 10.20.80.0/22",
            "data-a 10.20.20.0/22", "data-c 10.20.84.0/22",
        ]);
    }

    [Fact]
    public void The_free_room_names_whole_zones_and_the_places_of_further_tiers()
    {
        var plan = AddressPlan.For(Cidr.Parse("10.0.0.0/21"), ["a", "b", "c", "d", "e", "f", "g"]);

        plan.Free.Select(block => block.ToString()).ShouldContain("10.0.7.0/24");
        plan.Free.Select(block => block.ToString()).ShouldContain("10.0.0.192/27");
        plan.ToString().ShouldStartWith("10.0.0.0/21: 21 subnets, 704 of 2048 addresses free (10.0.0.192/27, 10.0.0.224/27, ");
    }

    [Fact]
    public void Aws_keeps_five_addresses_of_each_subnet() =>
        AddressPlan.For(Cidr.Parse("10.0.0.0/21"), ["a"]).Of(SubnetTier.Public).Single().UsableAddresses.ShouldBe(27);

    [Fact]
    public void Adding_zones_or_tiers_moves_no_subnet()
    {
        var cases = from vpc in Vpcs()
                    from fewer in Gen.SubListOf(Letters)
                    from more in Gen.SubListOf(Letters)
                    from tiers in Gen.SubListOf(SubnetTier.All.ToArray())
                    where fewer.Count > 0
                    select (vpc, fewer: fewer.ToList(), all: fewer.Union(more).ToList(), tiers: tiers.ToList());

        Prop.ForAll(cases.ToArbitrary(), plan =>
        {
            var before = AddressPlan.For(plan.vpc, plan.fewer, plan.tiers).Subnets;
            var after = AddressPlan.For(plan.vpc, plan.all).Subnets;
            return before.All(after.Contains);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Subnets_and_free_room_fill_the_block_exactly_once()
    {
        var cases = from vpc in Vpcs() from zones in Gen.SubListOf(Letters) where zones.Count > 0 select (vpc, zones: zones.ToList());

        Prop.ForAll(cases.ToArbitrary(), plan =>
        {
            var made = AddressPlan.For(plan.vpc, plan.zones);
            var blocks = made.Subnets.Select(subnet => subnet.Block).Concat(made.Free).ToList();
            return blocks.TrueForAll(plan.vpc.Contains)
                && blocks.Sum(block => block.AddressCount) == plan.vpc.AddressCount
                && blocks.SelectMany((block, index) => blocks.Skip(index + 1).Select(block.Overlaps)).All(overlap => !overlap);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("10.0.0.0/15", "10.0.0.0/15 is too large for a VPC: AWS allows /16 at most.")]
    [InlineData(
        "10.0.0.0/22",
        "10.0.0.0/22 is too small: its tiers in up to 8 zones need /21 or larger, "
            + "so that each public subnet has room for a load balancer (/27).")]
    [InlineData("203.0.0.0/16", "203.0.0.0/16 lies in public address space; choose a block within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.")]
    public void A_block_that_cannot_hold_the_tiers_is_refused(string vpc, string problem) =>
        AddressPlan.Check(Cidr.Parse(vpc), ["a"]).ShouldBe([problem]);

    [Fact]
    public void Zones_are_letters_and_given_once() =>
        AddressPlan.Check(Cidr.Parse("10.0.0.0/16"), ["a", "a", "i", "1a"]).ShouldBe(
        [
            "'i' is not the letter of a zone; allowed are a to h.",
            "'1a' is not the letter of a zone; allowed are a to h.",
            "Zone 'a' is given 2 times.",
        ]);

    [Fact]
    public void A_network_needs_a_zone() =>
        AddressPlan.Check(Cidr.Parse("10.0.0.0/16"), []).ShouldBe(["No zone is given; expected letters such as a, b, c."]);

    private static Gen<Cidr> Vpcs() =>
        from addedBits in Gen.Choose(8, 13)
        from index in Gen.Choose(0, (1 << addedBits) - 1)
        select Cidr.Parse("10.0.0.0/8").Part(addedBits, index);
}
