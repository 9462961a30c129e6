using Infra.Sdk.Schema;

namespace Infra.Tests.Sdk.Schema;

public sealed class PropertyTextTests
{
    [Theory]
    [InlineData("string")]
    [InlineData("integer required")]
    [InlineData("number set")]
    [InlineData("boolean secret replaces")]
    [InlineData("list<map<any>> required secret replaces replace-option plain deprecated")]
    [InlineData("string|enum<aws:ec2/Tenancy:Tenancy>")]
    [InlineData("map<string|list<kubernetes:core/v1:Container>>")]
    [InlineData("json|asset|archive")]
    public void Text_is_read_and_written_alike(string text) => PropertyText.Format(PropertyText.Parse(text)).ShouldBe(text);

    [Fact]
    public void A_union_keeps_its_cases_in_order()
    {
        var union = TypeText.Parse("list<string|integer>|string").ShouldBeOfType<TypeSchema.Union>();

        union.Cases.Select(TypeText.Format).ShouldBe(["list<string|integer>", "string"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("String")]
    [InlineData("list<>")]
    [InlineData("list<string")]
    [InlineData("string|")]
    [InlineData("aws:Vpc")]
    [InlineData("string  required")]
    public void Other_text_is_refused(string text) => Should.Throw<FormatException>(() => PropertyText.Parse(text));
}
