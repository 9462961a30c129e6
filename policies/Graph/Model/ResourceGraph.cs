using System.Collections.Concurrent;
using System.Reflection;
using Infra.Policies.Firewall;
using Infra.Policies.Routing;
using Infra.Rpc.Messages;

namespace Infra.Policies;

/// <summary>All resources of one program, in the order of their URNs, with indexes that are built when first asked for, by whichever thread.</summary>
public sealed class ResourceGraph
{
    private readonly Lazy<Dictionary<string, ResourceNode>> _byUrn;
    private readonly Lazy<ILookup<string, ResourceNode>> _byType;
    private readonly Lazy<ILookup<string, ResourceNode>> _byIdentity;
    private readonly Lazy<ILookup<string, ResourceNode>> _byName;
    private readonly Lazy<ILookup<string, ResourceEdge>> _edgesInto;
    private readonly Lazy<FirewallModel> _firewall;
    private readonly Lazy<NetworkModel> _network;

    private readonly ConcurrentDictionary<(IReadOnlyList<string> TargetTypes, IReadOnlyList<string> Types, string Path), ILookup<ResourceNode, ResourceNode>>
        _pointing = new();

    private readonly ConcurrentDictionary<MethodInfo, object> _derived = new();

    private ResourceGraph(IReadOnlyList<ResourceNode> nodes)
    {
        Nodes = nodes;
        _byUrn = new(() => nodes.DistinctBy(node => node.Urn).ToDictionary(node => node.Urn, StringComparer.Ordinal));
        _byType = new(() => nodes.ToLookup(node => node.Type, StringComparer.Ordinal));
        _byIdentity = new(() => nodes.SelectMany(node => ResourceIdentity.Of(node).Select(text => (text, node)))
            .Distinct().ToLookup(entry => entry.text, entry => entry.node, StringComparer.Ordinal));
        _byName = new(() => nodes.Where(node => node["name"] is { IsSecret: false, Text: not null })
            .ToLookup(node => node["name"].Text!, StringComparer.Ordinal));
        _edgesInto = new(() => nodes.SelectMany(EdgesOf).ToLookup(edge => edge.To.Urn, StringComparer.Ordinal));
        _firewall = new(() => FirewallModel.Of(this));
        _network = new(() => new NetworkModel(this));
    }

    public IReadOnlyList<ResourceNode> Nodes { get; }

    /// <summary>Who may talk to whom according to the security groups.</summary>
    public FirewallModel Firewall => _firewall.Value;

    public NetworkModel Network => _network.Value;

    /// <param name="resources">Properties are inputs overlaid by outputs; of components, their registered outputs.</param>
    /// <param name="sourceOf">Where the resource of a URN is made, if that is known.</param>
    public static ResourceGraph From(IReadOnlyList<AnalyzerResource> resources, Func<string, SourceLocation?>? sourceOf = null)
    {
        // Who lists only what was computed from something does not tell inputs from outputs.
        var listsInputs = resources.Any(resource => resource.PropertyDependencies.Values.Any(dependencies => dependencies.Urns.Count == 0));
        return Of(resources, resource => new(
            resource, sourceOf?.Invoke(resource.Urn), resource.PropertyDependencies.ContainsKey, listsInputs && resource.PropertyDependencies.Count > 0));
    }

    /// <param name="resources">As an engine shows them to a policy pack: properties are what the provider says, inputs are not listed.</param>
    /// <param name="givenOf">The top-level properties that the program gives of a URN; null if nobody knows: nothing hides there.</param>
    public static ResourceGraph FromEngine(IReadOnlyList<AnalyzerResource> resources, Func<string, IReadOnlySet<string>?> givenOf) =>
        Of(resources, resource => givenOf(resource.Urn) is { } given
            ? new(resource, source: null, given.Contains, tellsInputs: true)
            : new(resource, source: null, isGiven: _ => true, tellsInputs: false));

    private static ResourceGraph Of(IEnumerable<AnalyzerResource> resources, Func<AnalyzerResource, ResourceNode> read) =>
        new([.. resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal).Select(read)]);

    public ResourceNode? Find(string urn) => _byUrn.Value.GetValueOrDefault(urn);

    /// <summary>The resources of any of these type tokens, in the order of their URNs within each.</summary>
    public IEnumerable<ResourceNode> OfType(params IReadOnlyList<string> types) => types.SelectMany(type => _byType.Value[type]);

    /// <summary>The resources whose id, ARN, endpoint or DNS name this is.</summary>
    public IEnumerable<ResourceNode> WithIdentity(string text) => _byIdentity.Value[text];

    /// <summary>Which resource of the given types a property points to: by its value, or by what it was computed from.</summary>
    public Reference Resolve(ResourceNode from, PropertyValue value, params IReadOnlyList<string> types)
    {
        if (value.IsAbsent) return Reference.Absent;
        var candidates = value.IsUnknown
            ? from.DependenciesOf(value.TopLevel).Select(Find).OfType<ResourceNode>()
            : Named(ResourceIdentity.Normalize(value.Text ?? ""), types);
        return Reference.To([.. candidates.Where(node => types.Count == 0 || types.Contains(node.Type)).Distinct()], value.IsUnknown);
    }

    /// <summary>
    /// The resources of some types whose property points, or may point, to the target, which is of one of its types. Answers are kept
    /// for each pair of lists, told apart as objects: a list that is made for one call is looked through anew.
    /// </summary>
    public IEnumerable<ResourceNode> PointingTo(ResourceNode target, IReadOnlyList<string> targetTypes, IReadOnlyList<string> types, string path) => _pointing
        .GetOrAdd((targetTypes, types, path), _ => OfType(types)
            .SelectMany(from => Resolve(from, from[path], targetTypes).Candidates.Select(to => (from, to)))
            .ToLookup(entry => entry.to, entry => entry.from))[target];

    /// <summary>What several rules, or one rule for each resource, would otherwise work out again and again.</summary>
    /// <param name="work">Kept apart by its method: one that depends on more than the graph is not for this.</param>
    public T Once<T>(Func<ResourceGraph, T> work)
        where T : class => (T)_derived.GetOrAdd(work.Method, _ => work(this));

    /// <summary>Everything that a resource points to, property by property.</summary>
    public IEnumerable<ResourceEdge> EdgesOf(ResourceNode node) => ResourceEdge.Of(this, node);

    public IEnumerable<ResourceEdge> EdgesInto(ResourceNode node) => _edgesInto.Value[node.Urn];

    /// <summary>What points to a resource: other resources, and the outputs of the stack. Components only pass on what is theirs.</summary>
    public IEnumerable<ResourceEdge> UsersOf(ResourceNode node) =>
        EdgesInto(node).Where(edge => edge.From.Type.Contains('/') || edge.From.Type == ResourceTypes.Stack);

    // A name such as "web" says nothing until it is known what kind of thing is named.
    public IEnumerable<ResourceNode> Named(string text, IReadOnlyList<string> types)
    {
        if (types.Count == 0) return WithIdentity(text);
        var found = WithIdentity(text).Concat(_byName.Value[text]).ToList();
        return found.Count > 0 || !text.StartsWith("arn:", StringComparison.Ordinal) ? found : ByArn(text);
    }

    // An ARN may be written out before the resource has one; its last part is the name, which a program chooses.
    private IEnumerable<ResourceNode> ByArn(string arn)
    {
        var region = arn.Split(':').ElementAtOrDefault(3);
        return _byName.Value[arn[(arn.AsSpan().LastIndexOfAny(':', '/') + 1)..]]
            .Where(node => node["arn"].Text is null && (string.IsNullOrEmpty(region) || node.Region.Text is not { } own || own == region));
    }
}
