using Google.Protobuf;
using Infra.Rpc;

namespace Infra.Tests.Rpc;

/// <summary>A server with one method and a channel to it.</summary>
internal sealed class LoopbackPair : IAsyncDisposable
{
    private LoopbackPair(RpcServer server)
    {
        Server = server;
        Channel = new RpcChannel(server.Address);
    }

    public RpcServer Server { get; }

    public RpcChannel Channel { get; }

    public static async Task<LoopbackPair> ServingAsync<TRequest, TResponse>(
        RpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        var server = new RpcServer().Map(method, handler);
        await server.StartAsync();
        return new LoopbackPair(server);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await Server.DisposeAsync();
    }
}
