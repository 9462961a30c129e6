using Infra.Tests.Testing;

namespace Infra.Tests.Review.Engine;

public sealed class RepeatedRunTests
{
    [Theory]
    [InlineData("dev", 3)]
    [InlineData("prod", 2)]
    public async Task Previews_of_a_stack_are_the_same_to_the_byte(string stack, int runs)
    {
        // The first builds the program if it is out of date; the others need not wait for it.
        var first = await InfraCommand.RunAsync(Repository.Root, "preview", stack, "--format", "json");
        var others = await Task.WhenAll(Enumerable.Range(1, runs - 1).Select(_ => InfraCommand.RunAsync(Repository.Root, "preview", stack, "--format", "json")));

        first.ExitCode.ShouldBe(0, first.Errors);
        ((int)first.Json["summary"]!["errors"]!).ShouldBe(0);
        first.Json["resources"]!.AsArray().Skip(1).ShouldAllBe(resource => resource!["parent"] != null && resource["source"]!["line"] != null);
        foreach (var other in others) other.ShouldBe(first);
    }
}
