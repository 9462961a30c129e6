using Infra.Rpc;
using Infra.Rpc.Messages;

namespace Pulumi;

/// <summary>The engine at the other end of a connection.</summary>
internal sealed class GrpcEngine(RpcChannel channel) : IEngine
{
    public Task LogAsync(LogRequest request) => channel.CallAsync(Infra.Rpc.Protocol.Engine.Log, request);
}
