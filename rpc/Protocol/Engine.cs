using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;

namespace Infra.Rpc.Protocol;

/// <summary>What a program tells the engine about itself: log lines and the root resource.</summary>
public static class Engine
{
    public static readonly RpcMethod<LogRequest, Empty> Log = new("pulumirpc.Engine", "Log");
    public static readonly RpcMethod<GetRootResourceRequest, GetRootResourceResponse> GetRootResource = new("pulumirpc.Engine", "GetRootResource");
    public static readonly RpcMethod<SetRootResourceRequest, SetRootResourceResponse> SetRootResource = new("pulumirpc.Engine", "SetRootResource");
    public static readonly RpcMethod<StartDebuggingRequest, Empty> StartDebugging = new("pulumirpc.Engine", "StartDebugging");
    public static readonly RpcMethod<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion =
        new("pulumirpc.Engine", "RequirePulumiVersion");
}
