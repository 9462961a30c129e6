using Infra.Review;
using Infra.Review.Model;
using Infra.Tests.Testing;
using Pulumi;
using Pulumi.Aws.S3;

namespace Infra.Tests.Review.Engine;

[Collection(HostedPrograms.Name)]
public sealed class HookTests
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
}
