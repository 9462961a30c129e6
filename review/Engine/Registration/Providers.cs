using System.Collections.Concurrent;

namespace Infra.Review.Engine.Registration;

/// <summary>Finds the provider of a resource: the one it names, its parent's for the package, or the package's default.</summary>
public sealed class Providers(DeploymentFacts facts, ResourceRegistry registry, Refusals refusals)
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _ofComponents =
        new(StringComparer.Ordinal);

    /// <summary>The providers that a component hands on to its children, package to <c>URN::ID</c>.</summary>
    public void Bind(string urn, IReadOnlyDictionary<string, string> providers)
    {
        if (providers.Count > 0) _ofComponents[urn] = providers;
    }

    /// <summary>The URN of the explicit provider; null stands for the default provider of the package.</summary>
    public string? ExplicitUrn(string reference, string type, string? parentUrn)
    {
        if (reference.Length == 0 && !Urns.IsProvider(type)) reference = Inherited(Urns.PackageOf(type), parentUrn);
        if (reference.Length == 0) return null;

        var end = reference.LastIndexOf("::", StringComparison.Ordinal);
        var urn = end < 0 ? reference : reference[..end];
        if (registry.TryGet(urn, out _) || IsDefault(urn)) return urn;
        throw refusals.Refuse($"unknown provider '{urn}' for a resource of type {type}: no provider resource of that URN is registered");
    }

    /// <summary>The URN that the engine gives to the default provider of a package.</summary>
    public string DefaultUrn(string package, string version)
    {
        var name = version.Length == 0 ? "default" : $"default_{version.Replace('.', '_').Replace('-', '_').Replace('+', '_')}";
        return Urns.Create(facts.Stack, facts.Project, null, $"pulumi:providers:{package}", name);
    }

    // Default providers are the engine's own: programs see their URNs, but never register them.
    private static bool IsDefault(string urn) => Urns.IsProvider(Urns.TypeOf(urn))
        && (Urns.NameOf(urn) is "default" || Urns.NameOf(urn).StartsWith("default_", StringComparison.Ordinal));

    private string Inherited(string package, string? parentUrn)
    {
        foreach (var ancestor in registry.WithAncestors(parentUrn))
            if (_ofComponents.TryGetValue(ancestor.Urn, out var providers) && providers.TryGetValue(package, out var reference))
                return reference;
        return "";
    }
}
