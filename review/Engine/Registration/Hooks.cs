using System.Collections.Concurrent;
using Infra.Review.Engine.Values;
using Infra.Review.Model;
using Infra.Rpc;
using Infra.Rpc.Messages;

namespace Infra.Review.Engine.Registration;

/// <summary>Runs the hooks that asked to run in previews too; all others only have to be known.</summary>
public sealed class Hooks(CallbackClient callbacks, DiagnosticLog log)
{
    private readonly ConcurrentDictionary<string, RegisterResourceHookRequest> _byName = new(StringComparer.Ordinal);

    public void Add(RegisterResourceHookRequest hook) => _byName[hook.Name] = hook;

    public async Task BeforeCreateAsync(PreviewResource resource, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        foreach (var hook in InPreview(names))
        {
            var error = await RunAsync(hook, resource, outputs: null, cancellationToken);
            if (error.Length == 0) continue;
            if (!hook.IgnoreErrors)
                throw new RpcException(RpcStatus.Unknown, $"before hook \"{hook.Name}\" of {resource.Urn} failed: {error}");
            log.Add(DiagnosticSeverity.Warning, $"before hook \"{hook.Name}\" failed: {error}", resource.Urn);
        }
    }

    public async Task AfterCreateAsync(PreviewResource resource, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        foreach (var hook in InPreview(names))
        {
            var error = await RunAsync(hook, resource, resource.Outputs, cancellationToken);
            if (error.Length > 0) log.Add(DiagnosticSeverity.Warning, $"after hook \"{hook.Name}\" failed: {error}", resource.Urn);
        }
    }

    private IEnumerable<RegisterResourceHookRequest> InPreview(IEnumerable<string> names) =>
        names.Select(name => _byName.GetValueOrDefault(name)).OfType<RegisterResourceHookRequest>().Where(hook => hook.OnDryRun);

    private async Task<string> RunAsync(
        RegisterResourceHookRequest hook, PreviewResource resource, PropertyDictionary? outputs, CancellationToken cancellationToken)
    {
        var request = new ResourceHookRequest
        {
            Urn = resource.Urn,
            Id = resource.Id is PropertyValue.Text id ? id.Value : "",
            Name = resource.Name,
            Type = resource.Type,
            NewInputs = WireWriter.Full.Write(resource.Inputs),
        };
        if (outputs is not null) request.NewOutputs = WireWriter.Full.Write(outputs);
        var answer = await callbacks.CallAsync(hook.Callback, request, ResourceHookResponse.Parser, cancellationToken);
        return answer.Error;
    }
}
