using Infra.Rpc.Messages;

namespace Infra.Policies;

/// <summary>One resource of the program as a policy sees it.</summary>
public sealed class ResourceNode
{
    private readonly AnalyzerResource _resource;
    private readonly Func<string, bool> _isGiven;
    private readonly bool _tellsInputs;

    internal ResourceNode(AnalyzerResource resource, SourceLocation? source, Func<string, bool> isGiven, bool tellsInputs)
    {
        _resource = resource;
        _isGiven = isGiven;
        _tellsInputs = tellsInputs;
        Source = source;
        Properties = PropertyValue.Root(resource.Properties);
    }

    public string Type => _resource.Type;
    public string Urn => _resource.Urn;
    public string Name => _resource.Name;

    /// <summary>The parent's URN, or nothing.</summary>
    public string Parent => _resource.Parent;

    /// <summary>Inputs overlaid by outputs; <c>id</c> is among them.</summary>
    public PropertyValue Properties { get; }

    public AnalyzerResourceOptions Options => _resource.Options ?? NoOptions;
    public AnalyzerProviderResource? Provider => _resource.Provider;
    public IReadOnlyList<string> Dependencies => _resource.Dependencies;
    public SourceLocation? Source { get; }

    private static AnalyzerResourceOptions NoOptions { get; } = new();

    /// <summary>
    /// A property by its path, names separated by dots. An output that the provider will compute and the program did not ask for
    /// is absent, not unknown: leaving it out was the decision. So is the zero or the empty text that a provider says in place of nothing,
    /// and a list: other resources wrote what it holds, such as the rules of a security group, and perhaps do no longer.
    /// </summary>
    public PropertyValue this[string path]
    {
        get
        {
            var dot = path.IndexOf('.', StringComparison.Ordinal);
            var value = Properties[dot < 0 ? path : path[..dot]];
            if ((value.IsUnknown || value.IsZero || value.IsList) && IsComputed(value.Path)) value = value.AsAbsent();
            if (dot < 0) return value;
            foreach (var name in path[(dot + 1)..].Split('.')) value = value[name];
            return value;
        }
    }

    /// <summary>The region that it is in: its own, or else that of its provider.</summary>
    public PropertyValue Region
    {
        get
        {
            var own = this["region"];
            return own.IsAbsent && Provider?.Properties is { } settings ? PropertyValue.Root(settings)["region"] : own;
        }
    }

    /// <summary>URNs of the resources that a top-level property was computed from.</summary>
    public IReadOnlyList<string> DependenciesOf(string property) =>
        _resource.PropertyDependencies.TryGetValue(property, out var dependencies) ? dependencies.Urns : [];

    /// <summary>Whether the program gives a top-level property, rather than the provider.</summary>
    public bool IsGiven(string property) => _isGiven(property);

    public override string ToString() => Name;

    /// <summary>
    /// Whether the provider alone says a top-level property, which a later preview shows like any other. Components, whose modules have no slash, have
    /// outputs only. Never so where inputs and outputs cannot be told apart: what is open there stays open.
    /// </summary>
    public bool IsComputed(string property) => _tellsInputs && !IsGiven(property) && Type.Contains('/');
}
