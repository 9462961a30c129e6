using Infra.Rpc.Messages;

namespace Infra.Rpc.Protocol;

/// <summary>What the engine calls back in a program: transforms and hooks.</summary>
public static class Callbacks
{
    public static readonly RpcMethod<CallbackInvokeRequest, CallbackInvokeResponse> Invoke = new("pulumirpc.Callbacks", "Invoke");
}
