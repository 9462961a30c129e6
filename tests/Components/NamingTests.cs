using FsCheck;
using FsCheck.Fluent;
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

    [Theory]
    [InlineData("cache-eu-central-1", "shop-dev-cache-eu-central-1")]
    [InlineData("cache-ap-southeast-1-application", "shop-dev-cache-ap-southeast-1-ap-4b5851f")]
    public void A_name_that_is_too_long_ends_in_a_hash(string role, string name) => Naming.Within(CloudName.CacheUser, role).ShouldBe(name);

    [Fact]
    public void Names_that_are_cut_stay_short_valid_and_different()
    {
        var words = Gen.Elements("a", "web", "cache", "eu-central-1", "application", "x9").NonEmptyListOf().Select(parts => string.Join('-', parts));
        var pairs = from one in words from other in words where one != other select (one, other);

        Prop.ForAll(pairs.ToArbitrary(), pair =>
        {
            var (one, other) = (Naming.Within(CloudName.CacheUser, pair.one), Naming.Within(CloudName.CacheUser, pair.other));
            return one != other && one.Length <= CloudName.CacheUser.MaximumLength && Naming.IsWord(one);
        }).QuickCheckThrowOnFailure();
    }
}
