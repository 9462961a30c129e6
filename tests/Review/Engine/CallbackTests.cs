using Infra.Review;
using Infra.Review.Model;
using Infra.Tests.Testing;
using Pulumi;
using Pulumi.Aws.S3;

namespace Infra.Tests.Review.Engine;

/// <summary>Functions of the program that the engine calls back.</summary>
[Collection(HostedPrograms.Name)]
public sealed class CallbackTests
{
    [Fact]
    public async Task A_hook_that_outlives_a_deployment_is_known_to_the_next_one()
    {
        var folder = Directory.CreateTempSubdirectory("infra-hooks-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.yaml"), "name: shop\nruntime: dotnet\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.dev.yaml"), "config:\n  aws:region: eu-central-1\n");
        var calls = 0;
        var hook = new ResourceHook("count", (_, _) => Task.FromResult(Interlocked.Increment(ref calls)), new() { OnDryRun = true });

        for (var run = 1; run <= 2; run++)
        {
            await PolicyCheck.RunAsync(new PreviewRequest { Folder = folder, Stack = "dev" },
                () => Deployment.RunAsync(() => { _ = new Bucket("bucket", new(), new() { Hooks = { BeforeCreate = { hook } } }); }),
                new DateOnly(2026, 11, 23));
            calls.ShouldBe(run);
        }
        Directory.Delete(folder, recursive: true);
    }

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
