using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Tests.Rpc;

public sealed class StatusTests
{
    public static TheoryData<RpcStatus> Failures => [.. Enum.GetValues<RpcStatus>().Where(status => status != RpcStatus.Ok)];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Every_status_reaches_the_caller(RpcStatus status)
    {
        var failure = await FailWithAsync(new RpcException(status, "as told"));

        failure.Status.ShouldBe(status);
        failure.Message.ShouldBe("as told");
    }

    [Theory]
    [InlineData("")]
    [InlineData("100 % of %41 and %zz, 5%")]
    [InlineData("zwölf Boxkämpfer 犬 🐕 — “quoted”")]
    [InlineData("first line\r\nsecond\tline\0end\u007f")]
    public async Task A_status_message_arrives_as_it_was_written(string message)
    {
        var failure = await FailWithAsync(new RpcException(RpcStatus.NotFound, message));

        failure.Message.ShouldBe(message);
    }

    [Fact]
    public async Task A_status_message_too_long_for_a_header_says_how_much_of_it_is_missing()
    {
        var failure = await FailWithAsync(new RpcException(RpcStatus.Aborted, new string('é', 100_000)));

        failure.Status.ShouldBe(RpcStatus.Aborted);
        failure.Message.ShouldStartWith("éééé");
        failure.Message.ShouldEndWith("é (cut off after 2730 of 100000 characters)");
    }

    [Fact]
    public async Task An_exception_of_a_handler_is_an_unknown_status_with_its_message_and_nothing_else()
    {
        var failure = await FailWithAsync(new InvalidOperationException("the disk is full"));

        failure.Status.ShouldBe(RpcStatus.Unknown);
        failure.Message.ShouldBe("the disk is full");
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_an_unknown_status()
    {
        var failure = await FailWithAsync(new OperationCanceledException("an inner call gave up"));

        failure.Status.ShouldBe(RpcStatus.Unknown);
        failure.Message.ShouldBe("an inner call gave up");
    }

    [Fact]
    public async Task A_handler_that_throws_before_its_first_await_fails_the_call_alone()
    {
        await using var pair = await LoopbackPair.ServingAsync(ResourceMonitor.SupportsFeature, (request, _) =>
            request.Id == "bad" ? throw new InvalidOperationException("not this one") : Task.FromResult(new SupportsFeatureResponse { HasSupport = true }));

        await Should.ThrowAsync<RpcException>(() => pair.Channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = "bad" }));
        var answer = await pair.Channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = "good" });

        answer.HasSupport.ShouldBeTrue();
    }

    private static async Task<RpcException> FailWithAsync(Exception exception)
    {
        await using var pair = await LoopbackPair.ServingAsync(ResourceMonitor.SupportsFeature,
            async (_, cancellationToken) =>
            {
                await Task.Delay(1, cancellationToken);
                throw exception;
            });
        return await Should.ThrowAsync<RpcException>(() => pair.Channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest()));
    }
}
