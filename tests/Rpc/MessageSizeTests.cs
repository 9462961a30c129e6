using Google.Protobuf;
using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Tests.Rpc;

public sealed class MessageSizeTests
{
    [Fact]
    public async Task A_message_of_64_MiB_travels_in_both_directions()
    {
        var bytes = new byte[64 * 1024 * 1024];
        new Random(1).NextBytes(bytes);
        await using var pair = await LoopbackPair.ServingAsync(Callbacks.Invoke,
            (request, _) => Task.FromResult(new CallbackInvokeResponse { Response = request.Request }));

        var answer = await pair.Channel.CallAsync(Callbacks.Invoke, new CallbackInvokeRequest { Request = UnsafeByteOperations.UnsafeWrap(bytes) });

        answer.Response.Span.SequenceEqual(bytes).ShouldBeTrue();
    }

    [Fact]
    public async Task Many_middling_messages_share_a_connection()
    {
        await using var pair = await LoopbackPair.ServingAsync(Callbacks.Invoke,
            (request, _) => Task.FromResult(new CallbackInvokeResponse { Response = request.Request }));

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(length =>
            pair.Channel.CallAsync(Callbacks.Invoke, new CallbackInvokeRequest { Request = ByteString.CopyFrom(new byte[length * 1000]) })));

        answers.Select(answer => answer.Response.Length).ShouldBe(Enumerable.Range(0, 200).Select(length => length * 1000));
    }

    [Fact]
    public async Task A_request_beyond_the_limit_is_not_sent()
    {
        using var channel = new RpcChannel("127.0.0.1:1");
        var request = new CallbackInvokeRequest { Request = UnsafeByteOperations.UnsafeWrap(new byte[MessageFrame.MaximumLength + 1]) };

        var failure = await Should.ThrowAsync<RpcException>(() => channel.CallAsync(Callbacks.Invoke, request));

        failure.Status.ShouldBe(RpcStatus.ResourceExhausted);
        failure.Message.ShouldContain("allowed are at most 419430400");
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_refused_by_the_server_that_would_send_it()
    {
        await using var pair = await LoopbackPair.ServingAsync(Callbacks.Invoke, (_, _) => Task.FromResult(
            new CallbackInvokeResponse { Response = UnsafeByteOperations.UnsafeWrap(new byte[MessageFrame.MaximumLength + 1]) }));

        var failure = await Should.ThrowAsync<RpcException>(() => pair.Channel.CallAsync(Callbacks.Invoke, new CallbackInvokeRequest()));

        failure.Status.ShouldBe(RpcStatus.ResourceExhausted);
    }
}
