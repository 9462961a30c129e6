using System.Collections.Concurrent;
using Infra.Rpc.Messages;

namespace Infra.Review.Engine.Registration;

/// <summary>Calls the program's transforms: a resource's own first, then its parents', then the stack's.</summary>
public sealed class Transforms(CallbackClient callbacks)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<Callback>> _byUrn = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly List<Callback> _ofStack = [];
    private readonly List<Callback> _ofInvokes = [];

    public void AddToStack(Callback transform)
    {
        lock (_lock) _ofStack.Add(transform);
    }

    public void AddToInvokes(Callback transform)
    {
        lock (_lock) _ofInvokes.Add(transform);
    }

    /// <summary>From now on the transforms apply to the resource and everything below it.</summary>
    public void Bind(string urn, IEnumerable<Callback> transforms)
    {
        var list = transforms.ToArray();
        if (list.Length > 0) _byUrn[urn] = list;
    }

    /// <summary>The request as the transforms leave it; the one given is not changed.</summary>
    public async Task<RegisterResourceRequest> ApplyAsync(
        RegisterResourceRequest request, IEnumerable<string> ancestors, CancellationToken cancellationToken)
    {
        Callback[] chain;
        lock (_lock)
            chain = [.. request.Transforms, .. ancestors.SelectMany(urn => _byUrn.GetValueOrDefault(urn) ?? []), .. _ofStack];
        if (chain.Length == 0) return request;

        var result = request.Clone();
        foreach (var transform in chain)
        {
            var message = new TransformRequest
            {
                Type = result.Type,
                Name = result.Name,
                Custom = result.Custom,
                Parent = result.Parent,
                Properties = result.Object ?? new(),
                Options = TransformedOptions.Of(result),
            };
            var answer = await callbacks.CallAsync(transform, message, TransformResponse.Parser, cancellationToken);
            if (answer.Properties is not null) result.Object = answer.Properties;
            if (answer.Options is not null) TransformedOptions.Apply(answer.Options, result);
        }
        return result;
    }

    public async Task<ResourceInvokeRequest> ApplyAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
    {
        Callback[] chain;
        lock (_lock) chain = [.. _ofInvokes];
        if (chain.Length == 0) return request;

        var result = request.Clone();
        foreach (var transform in chain)
        {
            var message = new TransformInvokeRequest
            {
                Token = result.Tok,
                Args = result.Args ?? new(),
                Options = new() { Provider = result.Provider, Version = result.Version, PluginDownloadUrl = result.PluginDownloadURL },
            };
            var answer = await callbacks.CallAsync(transform, message, TransformInvokeResponse.Parser, cancellationToken);
            if (answer.Args is not null) result.Args = answer.Args;
            if (answer.Options is null) continue;
            result.Provider = answer.Options.Provider;
            result.Version = answer.Options.Version;
            result.PluginDownloadURL = answer.Options.PluginDownloadUrl;
        }
        return result;
    }
}
