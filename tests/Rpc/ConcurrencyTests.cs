using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Tests.Rpc;

public sealed class ConcurrencyTests
{
    private const int Calls = 5_000;

    [Fact]
    public async Task Thousands_of_calls_wait_in_the_server_at_once_and_each_gets_its_own_answer()
    {
        var arrived = 0;
        var all = new TaskCompletionSource();
        await using var pair = await LoopbackPair.ServingAsync(ResourceMonitor.RegisterResource, async (request, _) =>
        {
            if (Interlocked.Increment(ref arrived) == Calls) all.SetResult();
            await all.Task;
            return new RegisterResourceResponse { Urn = $"urn of {request.Name}" };
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(index =>
            pair.Channel.CallAsync(ResourceMonitor.RegisterResource, new RegisterResourceRequest { Name = $"resource-{index}" })));

        answers.Select(answer => answer.Urn).ShouldBe(Enumerable.Range(0, Calls).Select(index => $"urn of resource-{index}"));
    }

    [Fact]
    public async Task Cancelling_a_thousand_calls_leaves_the_channel_usable()
    {
        await using var pair = await LoopbackPair.ServingAsync(ResourceMonitor.SupportsFeature, async (request, cancellationToken) =>
        {
            if (request.Id == "wait") await Task.Delay(Timeout.Infinite, cancellationToken);
            return new SupportsFeatureResponse { HasSupport = true };
        });
        using var source = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 1_000).Select(_ =>
            pair.Channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = "wait" }, cancellationToken: source.Token)).ToList();
        await pair.Channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = "before" });

        await source.CancelAsync();

        foreach (var call in waiting) (await Should.ThrowAsync<RpcException>(() => call)).Status.ShouldBe(RpcStatus.Cancelled);
        var answer = await pair.Channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = "after" });
        answer.HasSupport.ShouldBeTrue();
    }
}
