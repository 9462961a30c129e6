using Google.Protobuf.WellKnownTypes;
using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Tests.Sdk.Wire;

/// <summary>An engine for one run of one program: records each request, then answers it by <see cref="FixedAnswers"/>.</summary>
internal sealed class RecordingEngine : IAsyncDisposable
{
    private readonly RpcServer _server = new();
    private readonly Lock _lock = new();
    private readonly FixedAnswers _answers;

    private RecordingEngine(bool isPreview) => _answers = new FixedAnswers(isPreview);

    public string Address => _server.Address;

    /// <summary>Complete once the program has ended.</summary>
    public Recording Recording { get; } = new();

    public static async Task<RecordingEngine> StartAsync(bool isPreview)
    {
        var engine = new RecordingEngine(isPreview);
        engine.MapResources();
        engine.MapEverythingElse();
        await engine._server.StartAsync();
        return engine;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void MapResources() => _server
        .Map(ResourceMonitor.RegisterResource, Answer<RegisterResourceRequest, RegisterResourceResponse>(request =>
        {
            var urn = FixedAnswers.UrnOf(request.Parent, request.Type, request.Name);
            Recording.Registrations.Add((urn, request));
            return _answers.Register(urn, request);
        }))
        .Map(ResourceMonitor.ReadResource, Answer<ReadResourceRequest, ReadResourceResponse>(request =>
        {
            var urn = FixedAnswers.UrnOf(request.Parent, request.Type, request.Name);
            Recording.Reads.Add((urn, request));
            return _answers.Read(urn, request);
        }))
        .Map(ResourceMonitor.RegisterResourceOutputs, Record<RegisterResourceOutputsRequest>(Recording.Outputs.Add))
        .Map(ResourceMonitor.RegisterResourceHook, Record<RegisterResourceHookRequest>(Recording.Hooks.Add))
        .Map(ResourceMonitor.RegisterStackTransform, Record<Callback>(_ => { }))
        .Map(ResourceMonitor.RegisterStackInvokeTransform, Record<Callback>(_ => { }));

    private void MapEverythingElse() => _server
        .Map(ResourceMonitor.Invoke, Answer<ResourceInvokeRequest, ResourceInvokeResponse>(request =>
        {
            Recording.Invokes.Add(request);
            return _answers.Invoke(request);
        }))
        .Map(ResourceMonitor.Call, Answer<ResourceCallRequest, CallResponse>(request =>
        {
            Recording.Calls.Add(request);
            return FixedAnswers.Call(request);
        }))
        .Map(ResourceMonitor.SupportsFeature, Answer<SupportsFeatureRequest, SupportsFeatureResponse>(request =>
        {
            Recording.Features.Add(request.Id);
            return new() { HasSupport = true };
        }))
        .Map(ResourceMonitor.RegisterPackage, Answer<RegisterPackageRequest, RegisterPackageResponse>(request =>
            new() { Ref = $"ref-{request.Name}" }))
        .Map(ResourceMonitor.SignalAndWaitForShutdown, Record<Empty>(_ => { }))
        .Map(Engine.Log, Record<LogRequest>(Recording.Logs.Add))
        .Map(Engine.SetRootResource, Answer<SetRootResourceRequest, SetRootResourceResponse>(_ => new()))
        .Map(Engine.GetRootResource, Answer<GetRootResourceRequest, GetRootResourceResponse>(_ => new()));

    private Func<TRequest, CancellationToken, Task<Empty>> Record<TRequest>(Action<TRequest> record) =>
        Answer<TRequest, Empty>(request =>
        {
            record(request);
            return new();
        });

    private Func<TRequest, CancellationToken, Task<TResponse>> Answer<TRequest, TResponse>(Func<TRequest, TResponse> answer) =>
        (request, _) =>
        {
            lock (_lock) return Task.FromResult(answer(request));
        };
}
