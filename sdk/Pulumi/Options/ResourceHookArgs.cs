using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Called with the resource's state before and after the change.</summary>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken = default);

/// <summary>The resource that a hook is called for.</summary>
public class ResourceHookArgs(
    string urn, string id, string name, string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? newOutputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null)
{
    public string Urn => urn;

    public string Id => id;

    public string Name => name;

    public string Type => type;

    public ImmutableDictionary<string, object?>? NewInputs => newInputs;

    public ImmutableDictionary<string, object?>? OldInputs => oldInputs;

    public ImmutableDictionary<string, object?>? NewOutputs => newOutputs;

    public ImmutableDictionary<string, object?>? OldOutputs => oldOutputs;
}
