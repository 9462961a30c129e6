using Infra.Policies;
using Infra.Policies.Firewall;

namespace Infra.Tests.Policies.Firewall;

public sealed class DeclaredRangesTests
{
    [Theory]
    [InlineData("198.51.100.0/24", true)]
    [InlineData("198.51.100.0/23", false)]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("2001:db8:1::/48", true)]
    [InlineData("2001:db8::/47", false)]
    [InlineData("fd00::/8", true)]
    [InlineData("fc00::/7", false)]
    public void A_range_counts_up_to_the_width_of_one_network(string range, bool expected)
    {
        var ranges = Of(new SampleProgram().AdminRanges($"""["{range}"]"""));

        ranges.Accepted.IsEmpty.ShouldBe(!expected);
        ranges.Objections.Count.ShouldBe(expected ? 0 : 1);
    }

    [Fact]
    public void A_network_of_unknown_block_is_in_doubt_only_where_a_range_could_lie_in_it()
    {
        const string Unknown = """{ "cidrBlock": "<unknown>" }""";
        Of(new SampleProgram().Add("aws:ec2/vpc:Vpc", "main", Unknown)).Objections.ShouldBeEmpty();
        Of(new SampleProgram().Add("aws:ec2/vpc:Vpc", "main", Unknown).AdminRanges("""["10.7.0.0/16"]""")).Objections.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                doubt => doubt.Verdict.ShouldBe(Verdict.Undetermined),
                doubt => doubt.Range.Path.ShouldBe("cidrBlock"),
                doubt => doubt.Component.Name.ShouldBe("main"));
    }

    [Fact]
    public void Narrow_ranges_that_are_wide_together_count_as_none()
    {
        var ranges = Of(new SampleProgram().AdminRanges("""["198.51.100.0/24", "198.51.101.0/24"]"""));

        ranges.Accepted.IsEmpty.ShouldBeTrue();
        ranges.Objections.ShouldHaveSingleItem().Message.ShouldBe("198.51.100.0/23 together are public space wider than /24");
    }

    private static DeclaredRanges Of(SampleProgram program) => program.Graph().Firewall.Admin;
}
