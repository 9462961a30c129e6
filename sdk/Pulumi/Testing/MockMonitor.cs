using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;
using PackageRequest = Infra.Rpc.Messages.RegisterPackageRequest;

namespace Pulumi.Testing;

/// <summary>Answers a program's requests from a test's mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentSettings settings) : IMonitor
{
    private const string GetResource = "pulumi:pulumi:getResource";

    private readonly object _lock = new();
    private readonly List<Resource> _resources = [];
    private readonly ConcurrentDictionary<string, (string Id, Struct State)> _states = new(StringComparer.Ordinal);

    /// <summary>Everything registered or read so far, the stack too, in the order of the requests.</summary>
    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_lock) return [.. _resources];
        }
    }

    public bool ReadsSourceLines => false;

    // Mocks see plain values; an output's facts would only be taken off again.
    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(feature != "outputValues");

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        Remember(resource);
        if (resource is Stack)
        {
            _states[urn] = ("", new());
            return new() { Urn = urn, Object = new() };
        }

        var (id, state) = await AskAsync(request.Type, request.Name, request.Object, request.Provider, request.ImportId).ConfigureAwait(false);
        var knownId = request.Custom ? id ?? request.ImportId : "";
        _states[urn] = (knownId, state);
        return new() { Urn = urn, Id = knownId, Object = state };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        Remember(resource);
        var (_, state) = await AskAsync(request.Type, request.Name, request.Properties, request.Provider, request.Id).ConfigureAwait(false);
        _states[urn] = (request.Id, state);
        return new() { Urn = urn, Properties = state };
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        mocks.RegisterResourceOutputs(new(request.Urn, MockValues.ReadOutputs(request.Outputs)));

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) =>
        new()
        {
            Return = request.Tok == GetResource
                ? StateOf(request.Args)
                : await CallAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false),
        };

    public async Task<CallResponse> CallAsync(ResourceCallRequest request) =>
        new() { Return = await CallAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };

    public Task<string> RegisterPackageAsync(PackageRequest request) => Task.FromResult(request.Name);

    // Transforms and hooks are the engine's to run; under mocks nothing calls them.
    public Task RegisterStackInvokeTransformAsync(Callback callback) => Task.CompletedTask;

    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request) => Task.CompletedTask;

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request) => Task.CompletedTask;

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private void Remember(Resource resource)
    {
        lock (_lock) _resources.Add(resource);
    }

    private async Task<(string? Id, Struct State)> AskAsync(string type, string name, Struct? inputs, string provider, string id)
    {
        var (answeredId, state) = await mocks.NewResourceAsync(new()
        {
            Type = type,
            Name = name,
            Inputs = MockValues.Read(inputs),
            Provider = provider,
            Id = id,
        }).ConfigureAwait(false);

        var written = await MockValues.WriteAsync(state, $"the state that the mock gave for {name} ({type})").ConfigureAwait(false);
        written.Fields.Remove("id");
        written.Fields.Remove("urn");
        return (answeredId, written);
    }

    private async Task<Struct> CallAsync(string token, Struct? arguments, string provider)
    {
        var result = await mocks.CallAsync(new() { Token = token, Args = MockValues.Read(arguments), Provider = provider }).ConfigureAwait(false);
        return await MockValues.WriteAsync(result, $"the result that the mock gave for {token}").ConfigureAwait(false);
    }

    private Struct StateOf(Struct arguments)
    {
        var urn = arguments.Fields["urn"].StringValue;
        if (!_states.TryGetValue(urn, out var known)) throw new InvalidOperationException($"unknown resource {urn}");
        return new()
        {
            Fields =
            {
                ["urn"] = Value.ForString(urn),
                ["id"] = Value.ForString(known.Id),
                ["state"] = Value.ForStruct(known.State),
            },
        };
    }

    // Of the parent's types only the first is kept, so every URN names the stack and the resource's own type.
    private string UrnOf(string parent, string type, string name)
    {
        var chain = parent.Length == 0 ? type : $"{parent.Split("::", 4)[2].Split('$')[0]}${type}";
        return $"urn:pulumi:{settings.Stack}::{settings.Project}::{chain}::{name}";
    }
}
