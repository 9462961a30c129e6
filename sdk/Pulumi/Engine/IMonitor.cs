using Infra.Rpc.Messages;
using PackageRequest = Infra.Rpc.Messages.RegisterPackageRequest;

namespace Pulumi;

/// <summary>What a program asks of the engine to make its resources.</summary>
internal interface IMonitor
{
    /// <summary>Whether anybody reads the source lines of requests: each costs a walk of the stack.</summary>
    bool ReadsSourceLines { get; }

    Task<bool> SupportsFeatureAsync(string feature);

    Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request);

    Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request);

    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request);

    Task<CallResponse> CallAsync(ResourceCallRequest request);

    Task<string> RegisterPackageAsync(PackageRequest request);

    Task RegisterStackInvokeTransformAsync(Callback callback);

    Task RegisterResourceHookAsync(RegisterResourceHookRequest request);

    Task RegisterErrorHookAsync(RegisterErrorHookRequest request);

    /// <summary>Ends when the engine needs the program's callbacks no more.</summary>
    Task SignalAndWaitForShutdownAsync();
}
