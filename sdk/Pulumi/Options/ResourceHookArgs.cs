using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Called with the resource's state before and after the change.</summary>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken = default);

/// <summary>The resource that a hook is called for.</summary>
public sealed class ResourceHookArgs
{
    public required string Urn { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public ImmutableDictionary<string, object?>? NewInputs { get; init; }

    public ImmutableDictionary<string, object?>? OldInputs { get; init; }

    public ImmutableDictionary<string, object?>? NewOutputs { get; init; }

    public ImmutableDictionary<string, object?>? OldOutputs { get; init; }
}
