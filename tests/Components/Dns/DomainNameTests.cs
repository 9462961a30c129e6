using Infra.Components.Dns;

namespace Infra.Tests.Components.Dns;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("example.com")]
    [InlineData("*.example.com")]
    [InlineData("_dmarc.example.co.uk")]
    [InlineData("a.b.c.d.example")]
    [InlineData("xn--bcher-kva.example")]
    public void Names_of_hosts_and_services_are_read(string text) => DomainName.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("example")]
    [InlineData("example.com.")]
    [InlineData("Example.com")]
    [InlineData("-a.example.com")]
    [InlineData("a-.example.com")]
    [InlineData("a..example.com")]
    [InlineData("a.*.example.com")]
    [InlineData("example.123")]
    [InlineData("a b.example.com")]
    public void What_is_no_name_is_refused(string? text)
    {
        DomainName.TryParse(text, out _, out var problem).ShouldBeFalse();

        problem.ShouldBe($"'{text}' is not a domain name; expected lower-case labels of letters, digits, hyphens and underscores joined by dots, "
            + "253 characters at most, such as www.example.com.");
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_label_has_63_characters_at_most(int length, bool isName) =>
        DomainName.TryParse($"{new string('a', length)}.example.com", out _, out _).ShouldBe(isName);

    [Fact]
    public void A_name_has_253_characters_at_most()
    {
        var label = new string('a', 49);
        var longest = string.Join('.', label, label, label, label, new string('a', 49), "com");

        longest.Length.ShouldBe(253);
        DomainName.TryParse(longest, out _, out _).ShouldBeTrue();
        DomainName.TryParse($"a{longest}", out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_name_lies_within_itself_and_what_is_above_it_but_not_within_its_look_alike()
    {
        var name = DomainName.Parse("www.example.com");

        name.IsWithin(DomainName.Parse("example.com")).ShouldBeTrue();
        name.IsWithin(name).ShouldBeTrue();
        name.IsWithin(DomainName.Parse("ample.com")).ShouldBeFalse();
    }

    [Fact]
    public void A_wildcard_has_a_name_beneath_its_star()
    {
        DomainName.Parse("*.example.com").Bare.ShouldBe(DomainName.Parse("example.com"));
        DomainName.Parse("example.com").Bare.ShouldBe(DomainName.Parse("example.com"));
    }
}
