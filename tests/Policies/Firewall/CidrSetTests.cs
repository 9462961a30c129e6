using FsCheck;
using FsCheck.Fluent;
using Infra.Policies.Firewall;

namespace Infra.Tests.Policies.Firewall;

public sealed class CidrSetTests
{
    // Blocks of the last 16 addresses of each family, where an off-by-one would overflow.
    private static readonly Gen<string> Block =
        from ipv6 in Gen.Elements(false, true)
        from host in Gen.Choose(0, 15)
        from bits in Gen.Choose(0, 4)
        select ipv6 ? $"ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff{host:x}/{128 - bits}" : $"255.255.255.{240 + host}/{32 - bits}";

    private static readonly Arbitrary<List<string>> Blocks = Block.ListOf().Select(list => list.ToList()).ToArbitrary();

    [Fact]
    public void Set_operations_agree_with_brute_force() => Prop.ForAll(Blocks, Blocks, (left, right) =>
    {
        var (a, b) = (CidrSet.Of(left), CidrSet.Of(right));
        Members(a.Union(b)).ShouldBe(Members(a).Union(Members(b)), ignoreOrder: true);
        Members(a.Intersect(b)).ShouldBe(Members(a).Intersect(Members(b)), ignoreOrder: true);
        Members(a.Except(b)).ShouldBe(Members(a).Except(Members(b)), ignoreOrder: true);
        a.Contains(b).ShouldBe(!Members(b).Except(Members(a)).Any());
        a.Overlaps(b).ShouldBe(Members(a).Intersect(Members(b)).Any());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Its_blocks_make_up_the_set_again_and_are_the_fewest() => Prop.ForAll(Blocks, blocks =>
    {
        var set = CidrSet.Of(blocks);
        CidrSet.Of(set.Blocks()).ShouldBe(set);
        set.Blocks().Count.ShouldBeLessThanOrEqualTo(blocks.Count);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("10.1.2.3/8", "10.0.0.0/8")]
    [InlineData("10.1.2.3", "10.1.2.3/32")]
    [InlineData("::/0", "::/0")]
    [InlineData("2001:DB8:0:0::1/32", "2001:db8::/32")]
    public void A_block_has_one_spelling(string written, string expected) => CidrSet.Parse(written)!.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("::/129")]
    [InlineData("010.0.0.0/8")]
    [InlineData("10.0/8")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/ 8")]
    [InlineData("10.0.0.0/")]
    [InlineData("/8")]
    [InlineData("fe80::1%eth0/64")]
    [InlineData("anywhere")]
    [InlineData("")]
    public void Anything_else_is_no_block(string written) => CidrSet.Parse(written).ShouldBeNull();

    [Fact]
    public void Two_halves_are_the_internet() => CidrSet.Of("0.0.0.0/1", "128.0.0.0/1").ShouldBe(CidrSet.Of("0.0.0.0/0"));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("0.0.0.0/1", true)]
    [InlineData("2000::/3", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("172.16.0.0/12", false)]
    [InlineData("100.64.0.0/10", false)]
    [InlineData("100.128.0.0", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("fd00::/8", false)]
    [InlineData("fe80::1", false)]
    [InlineData("203.0.113.0/24", true)]
    public void Public_is_what_the_internet_can_route(string block, bool expected) =>
        CidrSet.Parse(block)!.Overlaps(AddressSpace.Public).ShouldBe(expected);

    [Theory]
    [InlineData("10.0.0.0/8", 8)]
    [InlineData("0.0.0.0/0", 0)]
    [InlineData("10.0.0.1", 32)]
    public void The_widest_run_is_told_as_a_prefix(string block, int expected) => CidrSet.Parse(block)!.WidestPrefix().Ipv4.ShouldBe(expected);

    [Fact]
    public void Of_several_runs_the_widest_counts() => CidrSet.Of("10.0.0.0/30", "10.1.0.0/16", "10.9.0.0/24").WidestPrefix().ShouldBe((16, null));

    [Fact]
    public void Sets_are_equal_where_both_families_are()
    {
        CidrSet.Of("10.0.0.0/8", "fd00::/8").Equals(CidrSet.Of("fd00::/8", "10.0.0.0/8")).ShouldBeTrue();
        CidrSet.Of("10.0.0.0/8", "fd00::/8").Equals(CidrSet.Of("10.0.0.0/8")).ShouldBeFalse();
        CidrSet.Of("10.0.0.0/8", "fd00::/8").Equals(CidrSet.Of("fd00::/8")).ShouldBeFalse();
        CidrSet.None.Equals(null).ShouldBeFalse();
    }

    [Fact]
    public void A_whole_family_but_one_block_is_written_in_halves()
    {
        CidrSet.Of("0.0.0.0/0").Except(CidrSet.Of("128.0.0.0/1")).Blocks().ShouldBe(["0.0.0.0/1"]);
        CidrSet.All.Except(CidrSet.Of("64.0.0.0/2", "8000::/1")).Blocks().ShouldBe(["0.0.0.0/2", "128.0.0.0/1", "::/1"]);
    }

    [Fact]
    public void Blocks_side_by_side_are_one_run() => CidrSet.Of("198.51.100.0/24", "198.51.101.0/24").WidestPrefix().Ipv4.ShouldBe(23);

    private static List<string> Members(CidrSet set) =>
    [
        .. Enumerable.Range(0, 16).SelectMany(host => new[] { $"255.255.255.{240 + host}", $"ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff{host:x}" })
            .Where(address => set.Contains(CidrSet.Parse(address)!)),
    ];
}
