using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc;
using Infra.Rpc.Protocol;

namespace Infra.Tests.Rpc;

public sealed class EndOfCallTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_deadline_ends_the_call_on_both_sides()
    {
        var handler = new WaitingHandler();
        await using var pair = await LoopbackPair.ServingAsync(ResourceMonitor.SignalAndWaitForShutdown, handler.WaitAsync);

        var failure = await Should.ThrowAsync<RpcException>(
            () => pair.Channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty(), TimeSpan.FromSeconds(1)));

        failure.Status.ShouldBe(RpcStatus.DeadlineExceeded);
        await handler.Cancelled.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_call_within_its_deadline_is_answered()
    {
        await using var pair = await LoopbackPair.ServingAsync(ResourceMonitor.SignalAndWaitForShutdown, async (_, cancellationToken) =>
        {
            await Task.Delay(50, cancellationToken);
            return new Empty();
        });

        var answer = await pair.Channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty(), TimeSpan.FromDays(400));

        answer.ShouldBe(new Empty());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_deadline_in_the_past_ends_the_call_before_it_is_sent(int seconds)
    {
        using var channel = new RpcChannel("127.0.0.1:1");

        var failure = await Should.ThrowAsync<RpcException>(
            () => channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty(), TimeSpan.FromSeconds(seconds)));

        failure.Status.ShouldBe(RpcStatus.DeadlineExceeded);
        failure.Message.ShouldContain("/pulumirpc.ResourceMonitor/SignalAndWaitForShutdown");
    }

    [Fact]
    public async Task Cancelling_a_call_cancels_its_handler()
    {
        var handler = new WaitingHandler();
        await using var pair = await LoopbackPair.ServingAsync(ResourceMonitor.SignalAndWaitForShutdown, handler.WaitAsync);
        using var source = new CancellationTokenSource();
        var call = pair.Channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty(), cancellationToken: source.Token);
        await handler.Started.WaitAsync(Patience);

        await source.CancelAsync();

        (await Should.ThrowAsync<RpcException>(() => call)).Status.ShouldBe(RpcStatus.Cancelled);
        await handler.Cancelled.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_call_cancelled_beforehand_is_not_sent()
    {
        using var channel = new RpcChannel("127.0.0.1:1");

        var failure = await Should.ThrowAsync<RpcException>(
            () => channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty(), cancellationToken: new CancellationToken(canceled: true)));

        failure.Status.ShouldBe(RpcStatus.Cancelled);
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_the_handlers_of_its_calls()
    {
        var handler = new WaitingHandler();
        await using var pair = await LoopbackPair.ServingAsync(ResourceMonitor.SignalAndWaitForShutdown, handler.WaitAsync);
        var call = pair.Channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty());
        await handler.Started.WaitAsync(Patience);

        pair.Channel.Dispose();

        await handler.Cancelled.WaitAsync(Patience);
        (await Should.ThrowAsync<RpcException>(() => call)).Status.ShouldBe(RpcStatus.Cancelled);
    }

    [Fact]
    public async Task A_stopping_server_lets_running_calls_end()
    {
        var release = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        await using var pair = await LoopbackPair.ServingAsync(ResourceMonitor.SignalAndWaitForShutdown, async (_, _) =>
        {
            started.SetResult();
            await release.Task;
            return new Empty();
        });
        var call = pair.Channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty());
        await started.Task.WaitAsync(Patience);

        var stop = pair.Server.StopAsync(Patience);
        using var late = new RpcChannel(pair.Server.Address);
        var refused = await Should.ThrowAsync<RpcException>(() => late.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty()));
        release.SetResult();

        (await call).ShouldBe(new Empty());
        await stop.WaitAsync(Patience);
        refused.Status.ShouldBe(RpcStatus.Unavailable);
    }

    [Fact]
    public async Task A_call_that_never_ends_does_not_hold_up_the_end_of_the_server()
    {
        var handler = new WaitingHandler();
        var pair = await LoopbackPair.ServingAsync(ResourceMonitor.SignalAndWaitForShutdown, handler.WaitAsync);
        var call = pair.Channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty());
        await handler.Started.WaitAsync(Patience);
        var clock = Stopwatch.StartNew();

        await pair.Server.StopAsync(TimeSpan.FromMilliseconds(100));

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        await handler.Cancelled.WaitAsync(Patience);
        (await Should.ThrowAsync<RpcException>(() => call)).Status.ShouldBeOneOf(RpcStatus.Unavailable, RpcStatus.Internal, RpcStatus.Cancelled);
        await pair.DisposeAsync();
    }

    private sealed class WaitingHandler
    {
        private readonly TaskCompletionSource _started = new();
        private readonly TaskCompletionSource _cancelled = new();

        public Task Started => _started.Task;

        public Task Cancelled => _cancelled.Task;

        public async Task<Empty> WaitAsync(Empty request, CancellationToken cancellationToken)
        {
            using var registration = cancellationToken.Register(_cancelled.SetResult);
            _started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return request;
        }
    }
}
