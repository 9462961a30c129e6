using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Called after a failed operation; true asks the engine to try again.</summary>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);

/// <summary>The operation that failed, and its errors, the latest first.</summary>
public sealed class ErrorHookArgs
{
    public required string Urn { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required string FailedOperation { get; init; }

    public required ImmutableArray<string> Errors { get; init; }

    public ImmutableDictionary<string, object?>? NewInputs { get; init; }

    public ImmutableDictionary<string, object?>? OldInputs { get; init; }

    public ImmutableDictionary<string, object?>? OldOutputs { get; init; }
}
