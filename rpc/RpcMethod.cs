using Google.Protobuf;

namespace Infra.Rpc;

/// <summary>A unary method of a service, typed by its messages: what a client calls and a server maps.</summary>
public sealed record RpcMethod<TRequest, TResponse>(string Service, string Name)
    where TRequest : IMessage<TRequest>, new()
    where TResponse : IMessage<TResponse>, new()
{
    /// <summary>The HTTP/2 path, for example <c>/pulumirpc.Engine/Log</c>.</summary>
    public string Path { get; } = $"/{Service}/{Name}";
}
