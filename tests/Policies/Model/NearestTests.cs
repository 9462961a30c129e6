using Infra.Policies;

namespace Infra.Tests.Policies.Model;

public sealed class NearestTests
{
    [Theory]
    [InlineData("owner", "owner")]
    [InlineData("onwer", "owner")]
    [InlineData("OWNER", "owner")]
    [InlineData("ownr", "owner")]
    [InlineData("ownerr", "owner")]
    [InlineData("owxer", "owner")]
    [InlineData("oxxxr", null)]
    [InlineData("", null)]
    public void A_slip_of_two_characters_is_still_meant(string given, string? expected) => Nearest.Of(given, ["owner", "zones"]).ShouldBe(expected);

    [Theory]
    [InlineData("subnet-capacty-xy", "subnet-capacity")]
    [InlineData("availabilityzonesxxxxxxxx", "availabilityzones")]
    [InlineData("availabilityzonesxxxxxxxxx", null)]
    public void The_longer_the_name_the_more_slips_are_forgiven(string given, string? expected) =>
        Nearest.Of(given, ["subnet-capacity", "availabilityzones"]).ShouldBe(expected);

    [Fact]
    public void A_part_of_a_name_is_enough_if_it_says_anything()
    {
        Nearest.Of("Mult", ["database-multi-zone"]).ShouldBe("database-multi-zone");
        Nearest.Of("mul", ["database-multi-zone"]).ShouldBe("database-multi-zone");
        Nearest.Of("mu", ["database-multi-zone"]).ShouldBeNull();
    }

    [Fact]
    public void The_closest_comes_first_and_of_equally_close_ones_the_first_in_order() =>
        Nearest.Ranked("prod", ["proc", "prob", "products", "prod", "dev"]).ShouldBe(["prod", "prob", "proc", "products"]);

    [Fact]
    public void One_change_of_any_kind_anywhere_is_one_change()
    {
        const string Name = "abcdefghij";
        foreach (var at in Enumerable.Range(0, 9))
        {
            string[] slips =
            [
                Name.Insert(at, "x"), Name.Remove(at, 1), Name.Remove(at, 1).Insert(at, "x"), Name.Remove(at, 2).Insert(at, $"{Name[at + 1]}{Name[at]}"),
            ];
            // The other is two changes away, and first in order: what is one change must count as one.
            foreach (var slip in slips) Nearest.Ranked(slip, [Name, "!!" + slip]).First().ShouldBe(Name, slip);
        }
    }
}
