namespace Infra.Tests.Review.Engine;

public sealed class RepeatedRunTests
{
    [Theory]
    [InlineData("dev", 2)]
    [InlineData("prod", 1)]
    public async Task Previews_of_a_stack_are_the_same_to_the_byte(string stack, int repetitions)
    {
        var first = await StackPreview.OfAsync(stack);
        var others = await Task.WhenAll(Enumerable.Range(0, repetitions).Select(_ => StackPreview.AgainAsync(stack)));

        first.ExitCode.ShouldBe(0, first.Errors);
        ((int)first.Json["summary"]!["errors"]!).ShouldBe(0);
        first.Json["resources"]!.AsArray().Skip(1).ShouldAllBe(resource => resource!["parent"] != null && resource["source"]!["line"] != null);
        foreach (var other in others) other.ShouldBe(first);
    }
}
