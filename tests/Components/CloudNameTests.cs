using Infra.Components;

namespace Infra.Tests.Components;

public sealed class CloudNameTests
{
    [Fact]
    public void A_name_leaves_room_for_the_random_suffix()
    {
        CloudName.TargetGroup.Check(new string('a', 24)).ShouldBeEmpty();
        CloudName.TargetGroup.Check(new string('a', 25)).ShouldHaveSingleItem()
            .ShouldBe($"The name '{new string('a', 25)}' of the target group has 25 characters; "
                + "allowed are 24, because AWS takes 32 and the provider adds 8. Give the component a shorter name.");
    }

    [Theory]
    [InlineData("Web")]
    [InlineData("web_a")]
    [InlineData("-web")]
    [InlineData("web--a")]
    [InlineData("web-")]
    public void A_name_has_lower_case_words_joined_by_hyphens(string name) =>
        CloudName.LoadBalancer.Check(name).ShouldHaveSingleItem().ShouldContain("lower-case letters, digits and single hyphens");

    [Fact]
    public void Aws_keeps_names_that_begin_with_internal() =>
        CloudName.LoadBalancer.Check("internal-web").ShouldHaveSingleItem().ShouldContain("'internal-'");
}
