using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Called after a failed operation; true asks the engine to try again.</summary>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);

/// <summary>The operation that failed, and its errors, the latest first.</summary>
public class ErrorHookArgs(
    string urn, string id, string name, string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null,
    string failedOperation = "",
    IReadOnlyList<string>? errors = null)
{
    public string Urn => urn;

    public string Id => id;

    public string Name => name;

    public string Type => type;

    public string FailedOperation => failedOperation;

    public IReadOnlyList<string> Errors { get; } = errors ?? [];

    public ImmutableDictionary<string, object?>? NewInputs => newInputs;

    public ImmutableDictionary<string, object?>? OldInputs => oldInputs;

    public ImmutableDictionary<string, object?>? OldOutputs => oldOutputs;
}
