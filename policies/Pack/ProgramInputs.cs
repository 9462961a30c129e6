using System.Collections.Concurrent;
using Infra.Rpc.Messages;

namespace Infra.Policies.Pack;

/// <summary>
/// What the program gives of each resource. When an engine asks about the whole stack, it shows inputs and outputs as one, and what an input was
/// computed from only where that is something; before that it shows each resource's inputs alone, and which of them the provider filled in.
/// Source: github.com/pulumi/pulumi, sdk/go/common/resource/plugin/analyzer_plugin.go, 2026-11.
/// </summary>
internal sealed class ProgramInputs
{
    // The properties that a provider built on Terraform's filled in itself. Engines show it when they ask to remediate, not when they ask to analyze.
    private const string Defaults = "__defaults";

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _byUrn = new(StringComparer.Ordinal);

    /// <summary>The properties of one resource, as they are before the deployment.</summary>
    public void Remember(AnalyzeRequest resource)
    {
        if (resource.Properties is not { } properties) return;
        var defaults = properties.Fields.TryGetValue(Defaults, out var names) ? names.ListValue?.Values.Select(name => name.StringValue).ToList() : null;
        if (defaults is null && _byUrn.ContainsKey(resource.Urn)) return;
        _byUrn[resource.Urn] = [.. properties.Fields.Keys.Where(name => !name.StartsWith("__", StringComparison.Ordinal)).Except(defaults ?? [])];
    }

    /// <summary>The resource with all that the program gives listed as such; of one that was never shown alone, everything.</summary>
    public AnalyzerResource Complete(AnalyzerResource resource)
    {
        var completed = resource.Clone();
        foreach (var name in _byUrn.GetValueOrDefault(resource.Urn) ?? [.. resource.Properties.Fields.Keys])
            if (!completed.PropertyDependencies.ContainsKey(name)) completed.PropertyDependencies[name] = new();
        return completed;
    }
}
