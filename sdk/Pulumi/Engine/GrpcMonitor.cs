using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;
using PackageRequest = Infra.Rpc.Messages.RegisterPackageRequest;

namespace Pulumi;

/// <summary>The engine's resource monitor at the other end of a connection.</summary>
internal sealed class GrpcMonitor(RpcChannel channel) : IMonitor
{
    public bool ReadsSourceLines => true;

    public async Task<bool> SupportsFeatureAsync(string feature) =>
        (await CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = feature }).ConfigureAwait(false)).HasSupport;

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request) =>
        CallAsync(ResourceMonitor.RegisterResource, request);

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request) =>
        CallAsync(ResourceMonitor.ReadResource, request);

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        CallAsync(ResourceMonitor.RegisterResourceOutputs, request);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) => CallAsync(ResourceMonitor.Invoke, request);

    public Task<CallResponse> CallAsync(ResourceCallRequest request) => CallAsync(ResourceMonitor.Call, request);

    public async Task<string> RegisterPackageAsync(PackageRequest request) =>
        (await CallAsync(ResourceMonitor.RegisterPackage, request).ConfigureAwait(false)).Ref;

    public Task RegisterStackInvokeTransformAsync(Callback callback) => CallAsync(ResourceMonitor.RegisterStackInvokeTransform, callback);

    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request) => CallAsync(ResourceMonitor.RegisterResourceHook, request);

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request) => CallAsync(ResourceMonitor.RegisterErrorHook, request);

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty()).ConfigureAwait(false);
        }
        catch (RpcException exception) when (exception.Status == RpcStatus.Unimplemented)
        {
            // Engines before 2025 do not have the call and wait for the program's end alone.
        }
    }

    private async Task<TResponse> CallAsync<TRequest, TResponse>(RpcMethod<TRequest, TResponse> method, TRequest request)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        try
        {
            return await channel.CallAsync(method, request).ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            throw new Grpc.Core.RpcException(exception);
        }
    }
}
