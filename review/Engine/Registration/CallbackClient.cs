using System.Collections.Concurrent;
using Google.Protobuf;
using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Review.Engine.Registration;

/// <summary>Calls functions that the program serves: transforms and hooks.</summary>
public sealed class CallbackClient : IDisposable
{
    private readonly ConcurrentDictionary<string, RpcChannel> _channels = new(StringComparer.Ordinal);

    /// <exception cref="RpcException">The function threw.</exception>
    public async Task<T> CallAsync<T>(Callback callback, IMessage request, MessageParser<T> parser, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        var channel = _channels.GetOrAdd(callback.Target, target => new RpcChannel(target));
        var answer = await channel.CallAsync(
            Callbacks.Invoke,
            new CallbackInvokeRequest { Token = callback.Token, Request = request.ToByteString() },
            cancellationToken: cancellationToken);
        return parser.ParseFrom(answer.Response);
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values) channel.Dispose();
    }
}
