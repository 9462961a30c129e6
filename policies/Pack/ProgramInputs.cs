using System.Collections.Concurrent;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;

namespace Infra.Policies.Pack;

/// <summary>
/// What the program gives of each resource. When an engine asks about the whole stack, it shows what the provider says of each resource, and what an
/// input was computed from only where that is something. Before that it shows each resource's inputs alone, twice: all packs may change them, with
/// those named that the provider filled in, and then judge what has become of them.
/// Source: github.com/pulumi/pulumi, sdk/go/common/resource/plugin/analyzer_plugin.go and pkg/resource/deploy/step_generator.go, 2026-11.
/// </summary>
internal sealed class ProgramInputs
{
    // Providers built on Terraform's list the properties here that they filled in.
    private const string Defaults = "__defaults";

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, Value>> _filledIn = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _given = new(StringComparer.Ordinal);

    /// <summary>Another run begins.</summary>
    public void Forget()
    {
        _filledIn.Clear();
        _given.Clear();
    }

    /// <summary>The inputs that a pack may change.</summary>
    public void RememberFirst(AnalyzeRequest resource)
    {
        var inputs = InputsOf(resource);
        var names = inputs.TryGetValue(Defaults, out var listed) ? listed.ListValue?.Values.Select(name => name.StringValue).Distinct() ?? [] : [];
        _filledIn[resource.Urn] = names.Where(inputs.ContainsKey).ToDictionary(name => name, name => inputs[name], StringComparer.Ordinal);
    }

    /// <summary>The inputs as they are deployed. What a pack has changed since is no longer what the provider filled in.</summary>
    public void RememberLast(AnalyzeRequest resource)
    {
        var filledIn = _filledIn.GetValueOrDefault(resource.Urn);
        _given[resource.Urn] = InputsOf(resource)
            .Where(property => filledIn is null || !filledIn.TryGetValue(property.Key, out var value) || !value.Equals(property.Value))
            .Select(property => property.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The names of the top-level properties that the program gives; null of a resource that was never shown alone, such as one to import.</summary>
    public IReadOnlySet<string>? Of(string urn) => _given.GetValueOrDefault(urn);

    private static MapField<string, Value> InputsOf(AnalyzeRequest resource) => resource.Properties?.Fields ?? [];
}
