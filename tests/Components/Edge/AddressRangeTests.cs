using Infra.Components;
using Infra.Components.Edge;

namespace Infra.Tests.Components.Edge;

public sealed class AddressRangeTests
{
    [Theory]
    [InlineData("198.51.100.0/24", false, "198.51.100.0/24")]
    [InlineData("203.0.113.7/32", false, "203.0.113.7/32")]
    [InlineData("2001:db8:7::/48", true, "2001:db8:7::/48")]
    [InlineData("2001:0DB8:0007:0000::/64", true, "2001:db8:7::/64")]
    [InlineData("2001:db8::7/128", true, "2001:db8::7/128")]
    public void A_block_of_either_version_has_one_way_to_be_written(string text, bool isIpv6, string canonical)
    {
        var range = AddressRange.Parse(text);

        (range.IsIpv6, $"{range}").ShouldBe((isIpv6, canonical));
        range.ShouldBe(AddressRange.Parse(canonical));
    }

    [Theory]
    [InlineData("2001:db8::7/48", "'2001:db8::7/48' has bits set beyond its prefix; the block that holds this address is 2001:db8::/48.")]
    [InlineData("2001:db8::7", "'2001:db8::7' is not an IPv6 block; expected is an address and a prefix length, such as 2001:db8:7::/48.")]
    [InlineData("2001:db8::/129", "'2001:db8::/129' is not an IPv6 block; expected is an address and a prefix length, such as 2001:db8:7::/48.")]
    [InlineData("fe80::%1/64", "'fe80::%1/64' is not an IPv6 block; expected is an address and a prefix length, such as 2001:db8:7::/48.")]
    [InlineData("::ffff:198.51.100.0/120", "'::ffff:198.51.100.0/120' holds IPv4 addresses; write them as such, for example 198.51.100.0/24.")]
    [InlineData("198.51.100.7/24", "'198.51.100.7/24' has bits set beyond its prefix; the block that holds this address is 198.51.100.0/24.")]
    [InlineData("everyone", "'everyone' is not a CIDR block; expected an IPv4 address and a prefix length, such as 10.0.0.0/16.")]
    [InlineData(null, "'' is not a CIDR block; expected an IPv4 address and a prefix length, such as 10.0.0.0/16.")]
    public void What_is_no_block_is_refused(string? text, string expected)
    {
        AddressRange.TryParse(text, out _, out var problem).ShouldBeFalse();

        problem.ShouldBe(expected);
    }

    [Theory]
    [InlineData("2001:db8::/32", "2001:db8:7::/48", true)]
    [InlineData("2001:db8:7::/48", "2001:db8::/32", false)]
    [InlineData("2001:db8::/32", "2001:db9::/48", false)]
    [InlineData("198.51.100.0/24", "198.51.100.7/32", true)]
    [InlineData("0.0.0.0/0", "2001:db8::/32", false)]
    [InlineData("::/0", "198.51.100.0/24", false)]
    public void A_block_holds_what_lies_in_it_and_is_of_its_version(string range, string other, bool holds) =>
        AddressRange.Parse(range).Contains(AddressRange.Parse(other)).ShouldBe(holds);

    [Fact]
    public void A_block_of_ipv4_is_one_as_it_stands()
    {
        AddressRange range = Cidr.Parse("198.51.100.0/24");

        range.ShouldBe(AddressRange.Parse("198.51.100.0/24"));
        range.IsEveryone.ShouldBeFalse();
        AddressRange.Parse("::/0").IsEveryone.ShouldBeTrue();
    }
}
