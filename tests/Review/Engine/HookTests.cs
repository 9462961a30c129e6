using Infra.Review;
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
        var calls = 0;
        var hook = new ResourceHook("count", (_, _) => Task.FromResult(Interlocked.Increment(ref calls)), new() { OnDryRun = true });

        for (var run = 1; run <= 2; run++)
        {
            await PolicyCheck.RunAsync("dev", () => Deployment.RunAsync(Program), Repository.Root);
            calls.ShouldBe(run);
        }

        void Program() => _ = new Bucket("bucket", new(), new() { Hooks = { BeforeCreate = { hook } } });
    }
}
