using Infra.Tests.Testing;

namespace Infra.Tests.Review.Engine;

public sealed class RepeatedRunTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Previews_of_a_stack_are_the_same_to_the_byte(string stack)
    {
        // The first builds the program if it is out of date; the second starts with the first one's startup profile.
        var first = await InfraCommand.RunAsync(Repository.Root, "preview", stack, "--format", "json");
        var second = await InfraCommand.RunAsync(Repository.Root, "preview", stack, "--format", "json");

        first.ExitCode.ShouldBe(0, first.Errors);
        ((int)first.Json["summary"]!["errors"]!).ShouldBe(0);
        first.Json["resources"]!.AsArray().Skip(1).ShouldAllBe(resource => resource!["parent"] != null && resource["source"]!["line"] != null);
        second.ShouldBe(first);
    }
}
