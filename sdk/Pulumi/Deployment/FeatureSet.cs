using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>What the engine supports; each feature is asked for once, when it is first needed.</summary>
/// <param name="monitor">None supports everything.</param>
internal sealed class FeatureSet(IMonitor? monitor)
{
    public const string ResourceReferences = "resourceReferences";
    public const string OutputValues = "outputValues";

    public static readonly FeatureSet Complete = new(null);

    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _answers = new(StringComparer.Ordinal);

    public Task<bool> SupportsAsync(string feature) =>
        monitor is null ? Task.FromResult(true)
        : _answers.GetOrAdd(feature, name => new Lazy<Task<bool>>(() => monitor.SupportsFeatureAsync(name))).Value;

    /// <exception cref="InvalidOperationException">The engine does not support the feature.</exception>
    public async Task RequireAsync(string feature, string purpose)
    {
        if (!await SupportsAsync(feature).ConfigureAwait(false))
            throw new InvalidOperationException($"The Pulumi CLI does not support {purpose}. Please update the Pulumi CLI.");
    }
}
