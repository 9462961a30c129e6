namespace Infra.Tests.Review.Engine;

/// <summary>Functions of the program that the engine calls back.</summary>
public sealed class CallbackTests
{
    [Fact]
    public async Task Transforms_and_hooks_run_in_the_context_of_the_program_and_a_hook_is_known_before_anything_binds_it()
    {
        using var project = new ScenarioProject("is called back");

        var result = await project.PreviewAsync("--format", "json", "--fail-on", "never");

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Json["diagnostics"]!.AsArray().Select(diagnostic => (string)diagnostic!["message"]!).ShouldBe(
        [
            "hook added of bucket, as the program left it",
            "hook known of bucket, as the program left it",
            "transform of bucket in scenarios, as the program left it: pulumi:providers:aws known",
        ]);
        ((string)result.Json["stackOutputs"]!["stash"]!).ShouldBe("a word");
    }
}
