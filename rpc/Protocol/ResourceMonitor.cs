using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;

namespace Infra.Rpc.Protocol;

/// <summary>What a program asks of the engine to make its resources.</summary>
public static class ResourceMonitor
{
    public static readonly RpcMethod<Empty, DeploymentInfo> GetDeploymentInfo = new("pulumirpc.ResourceMonitor", "GetDeploymentInfo");
    public static readonly RpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature = new("pulumirpc.ResourceMonitor", "SupportsFeature");
    public static readonly RpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Invoke = new("pulumirpc.ResourceMonitor", "Invoke");
    public static readonly RpcMethod<ResourceCallRequest, CallResponse> Call = new("pulumirpc.ResourceMonitor", "Call");
    public static readonly RpcMethod<ReadResourceRequest, ReadResourceResponse> ReadResource = new("pulumirpc.ResourceMonitor", "ReadResource");
    public static readonly RpcMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource = new("pulumirpc.ResourceMonitor", "RegisterResource");
    public static readonly RpcMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs =
        new("pulumirpc.ResourceMonitor", "RegisterResourceOutputs");
    public static readonly RpcMethod<Callback, Empty> RegisterStackTransform = new("pulumirpc.ResourceMonitor", "RegisterStackTransform");
    public static readonly RpcMethod<Callback, Empty> RegisterStackInvokeTransform = new("pulumirpc.ResourceMonitor", "RegisterStackInvokeTransform");
    public static readonly RpcMethod<RegisterResourceHookRequest, Empty> RegisterResourceHook = new("pulumirpc.ResourceMonitor", "RegisterResourceHook");
    public static readonly RpcMethod<RegisterErrorHookRequest, Empty> RegisterErrorHook = new("pulumirpc.ResourceMonitor", "RegisterErrorHook");
    public static readonly RpcMethod<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage = new("pulumirpc.ResourceMonitor", "RegisterPackage");
    public static readonly RpcMethod<Empty, Empty> SignalAndWaitForShutdown = new("pulumirpc.ResourceMonitor", "SignalAndWaitForShutdown");
}
