using Infra.Components;

namespace Infra.Tests.Components;

public sealed class CidrTests
{
    [Theory]
    [InlineData("10.0.0.0/16")]
    [InlineData("0.0.0.0/0")]
    [InlineData("255.255.255.255/32")]
    [InlineData("100.64.0.0/10")]
    public void A_canonical_block_reads_back_as_it_was_written(string text) => Cidr.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0/8")]
    [InlineData("10.0.0.256/32")]
    [InlineData("010.0.0.0/8")]
    [InlineData("10.0.0.0/08")]
    [InlineData("10.0.0.0/16 ")]
    [InlineData("2001:db8::/32")]
    public void What_is_no_block_is_refused_with_an_example_of_one(string text)
    {
        Cidr.TryParse(text, out var block, out var problem).ShouldBeFalse();

        block.ShouldBeNull();
        problem.ShouldBe($"'{text}' is not a CIDR block; expected an IPv4 address and a prefix length, such as 10.0.0.0/16.");
    }

    [Fact]
    public void Bits_beyond_the_prefix_are_refused_and_the_block_is_named()
    {
        Cidr.TryParse("100.68.0.18/18", out _, out var problem).ShouldBeFalse();

        problem.ShouldBe("'100.68.0.18/18' has bits set beyond its prefix; the block that holds this address is 100.68.0.0/18.");
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.0.0/16", true)]
    [InlineData("10.0.0.0/8", "10.0.0.0/8", true)]
    [InlineData("10.0.0.0/16", "10.0.0.0/8", false)]
    [InlineData("10.0.0.0/16", "10.1.0.0/16", false)]
    [InlineData("0.0.0.0/0", "255.255.255.255/32", true)]
    public void A_block_contains_what_lies_wholly_inside_it(string outer, string inner, bool contains) =>
        Cidr.Parse(outer).Contains(Cidr.Parse(inner)).ShouldBe(contains);

    [Theory]
    [InlineData("10.0.0.0/8", "10.1.0.0/16", true)]
    [InlineData("10.1.0.0/16", "10.0.0.0/8", true)]
    [InlineData("10.0.0.0/16", "10.1.0.0/16", false)]
    [InlineData("255.0.0.0/8", "255.255.255.255/32", true)]
    public void Blocks_overlap_when_they_share_an_address(string one, string other, bool overlap) =>
        Cidr.Parse(one).Overlaps(Cidr.Parse(other)).ShouldBe(overlap);

    [Fact]
    public void Splitting_gives_all_parts_in_order() =>
        Cidr.Parse("10.0.0.0/22").Split(2).Select(part => part.ToString())
            .ShouldBe(["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]);

    [Fact]
    public void There_is_no_part_beyond_the_last() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Cidr.Parse("10.0.0.0/22").Part(2, 4));

    [Fact]
    public void There_is_no_part_smaller_than_an_address() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Cidr.Parse("10.0.0.0/31").Part(2, 0));

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("172.31.0.0/16", true)]
    [InlineData("172.32.0.0/16", false)]
    [InlineData("100.64.0.0/10", true)]
    [InlineData("10.0.0.0/7", false)]
    [InlineData("203.0.113.0/24", false)]
    public void Only_what_lies_wholly_in_private_space_is_private(string block, bool isPrivate) =>
        Cidr.Parse(block).IsPrivate.ShouldBe(isPrivate);
}
