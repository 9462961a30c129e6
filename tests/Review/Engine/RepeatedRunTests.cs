namespace Infra.Tests.Review.Engine;

public sealed class RepeatedRunTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Previews_of_a_stack_are_the_same_to_the_byte(string stack)
    {
        var first = await StackPreview.OfAsync(stack);
        var second = await StackPreview.AgainAsync(stack);

        first.ExitCode.ShouldBe(0, first.Errors);
        ((int)first.Json["summary"]!["errors"]!).ShouldBe(0);
        first.Json["resources"]!.AsArray().Skip(1).ShouldAllBe(resource => resource!["parent"] != null && resource["source"]!["line"] != null);
        second.ShouldBe(first);
    }
}
