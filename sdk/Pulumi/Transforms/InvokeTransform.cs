using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Run by the engine for each provider function that is called. Null changes nothing.</summary>
public delegate Task<InvokeTransformResult?> InvokeTransform(InvokeTransformArgs args, CancellationToken cancellationToken = default);

public readonly struct InvokeTransformArgs(string token, ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    public string Token => token;

    public ImmutableDictionary<string, object?> Args => args;

    public InvokeOptions Options => options;
}

public readonly struct InvokeTransformResult(ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    public ImmutableDictionary<string, object?> Args => args;

    public InvokeOptions Options => options;
}
