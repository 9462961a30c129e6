namespace Infra.Tests.Review.Engine;

public sealed class RepeatedRunTests
{
    [Theory]
    [InlineData("dev", 3)]
    [InlineData("prod", 2)]
    public async Task Previews_of_a_stack_are_the_same_to_the_byte(string stack, int runs)
    {
        var first = await StackPreview.OfAsync(stack);
        var others = await Task.WhenAll(Enumerable.Range(1, runs - 1).Select(_ => StackPreview.AgainAsync(stack)));

        first.ExitCode.ShouldBe(0, first.Errors);
        ((int)first.Json["summary"]!["errors"]!).ShouldBe(0);
        first.Json["resources"]!.AsArray().Skip(1).ShouldAllBe(resource => resource!["parent"] != null && resource["source"]!["line"] != null);
        foreach (var other in others) other.ShouldBe(first);
    }
}
