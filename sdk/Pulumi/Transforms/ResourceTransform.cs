using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Run by the engine for each resource below it, those of remote components too. Null changes nothing.</summary>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);

public readonly struct ResourceTransformArgs(
    string name, string type, bool custom, ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    public string Name => name;

    public string Type => type;

    public bool Custom => custom;

    public ImmutableDictionary<string, object?> Args => args;

    public ResourceOptions Options => options;
}

public readonly struct ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    public ImmutableDictionary<string, object?> Args => args;

    public ResourceOptions Options => options;
}
