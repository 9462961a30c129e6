using Infra.Components;

namespace Infra.Tests.Components;

public sealed class NamingTests
{
    private static readonly Naming Naming = new("shop", "dev", "platform-team");

    [Fact]
    public void Tags_say_what_a_resource_is_and_who_answers_for_it() =>
        Naming.Tags("web-a").OrderBy(tag => tag.Key).Select(tag => $"{tag.Key}={tag.Value}").ShouldBe(
            ["Environment=dev", "Name=shop-dev-web-a", "Owner=platform-team", "Product=shop"]);

    [Fact]
    public void A_tier_is_one_tag_more() =>
        Naming.Tags("web-a", "web")["infra:tier"].ShouldBe("web");

    [Theory]
    [InlineData("shop", true)]
    [InlineData("web-shop2", true)]
    [InlineData("Shop", false)]
    [InlineData("2shop", false)]
    [InlineData("shop-", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Words_are_lower_case(string? text, bool isWord) => Naming.IsWord(text).ShouldBe(isWord);
}
