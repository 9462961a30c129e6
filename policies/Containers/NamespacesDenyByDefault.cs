namespace Infra.Policies.Containers;

public sealed class NamespacesDenyByDefault() : Rule(
    "k8s-netpol-default-deny",
    Rank.High,
    "Every pod of a cluster may connect to every other one, until a policy of its namespace says who may.",
    "add a NetworkPolicy with an empty podSelector, policyTypes [Ingress] and no rules, and one for each way in that says from whom, or at which ports",
    "CKV2_K8S_6")
{
    private const int LastPort = 65535;
    private const string AnyKey = "";

    private static readonly string[] Starters = [.. ResourceTypes.Workload.Where(type => !type.EndsWith(":PodTemplate", StringComparison.Ordinal))];

    public override IReadOnlyList<string> Types =>
    [
        .. Starters, .. ResourceTypes.NetworkPolicy, .. ResourceTypes.KubernetesNamespace, .. ResourceTypes.HelmRelease, .. ResourceTypes.KubernetesBundle,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var places = new List<(NamespacePlace Place, ResourceNode First)>();
        foreach (var workload in graph.OfType(Starters))
        {
            var place = NamespacePlace.Of(workload, graph);
            if (!places.Exists(entry => entry.Place.Is(place) is true)) places.Add((place, workload));
        }

        return
        [
            .. places.SelectMany(entry => CheckNamespace(entry.Place, entry.Place.Made ?? entry.First, graph)),
            .. graph.OfType(ResourceTypes.NetworkPolicy).SelectMany(CheckOpenings),
        ];
    }

    private IEnumerable<Finding> CheckNamespace(NamespacePlace place, ResourceNode subject, ResourceGraph graph)
    {
        const string Key = "namespace";
        var property = place.Made is null ? "metadata.namespace" : "metadata.name";
        var isClosed = LabelSelector.Any(graph.Once(Closing).Near(place.Name, AnyKey).Select(policy =>
            LabelSelector.All([NamespacePlace.Of(policy, graph).Is(place), ClosesAll(policy)])));
        if (isClosed is true) return [];
        if (isClosed is null || place.Name is null)
            return [Undetermined(subject, property, "whether a policy closes its namespace to other pods is not known before the deployment", Key)];
        if (place.Made is null)
        {
            var name = place.Name.Length == 0 ? "the namespace of the kubeconfig" : place.Name;
            return [Undetermined(subject, property, $"{name} is made elsewhere, and whether a policy closes it to other pods is not known here", Key)];
        }

        return Elsewhere(place, graph) is { } other
            ? [Undetermined(subject, property, $"no NetworkPolicy of the program closes it to other pods; whether {other.Name} does is not known here", Key)]
            : [Fail(subject, null, "no NetworkPolicy closes it: every pod of the cluster may connect to those in it", Key)];
    }

    private static PlacedIndex<ResourceNode> Closing(ResourceGraph graph) => new(graph.OfType(ResourceTypes.NetworkPolicy)
        .Where(policy => ClosesAll(policy) is not false).Select(policy => (NamespacePlace.Of(policy, graph).Name, (string?)AnyKey, policy)));

    // Network plugins have kinds of their own that also close a namespace.
    private static ResourceNode? Elsewhere(NamespacePlace place, ResourceGraph graph) => UnseenObjects.In(place, graph)
        ?? graph.Nodes.FirstOrDefault(node => node.Type.StartsWith("kubernetes:", StringComparison.Ordinal)
            && node.Type.EndsWith("NetworkPolicy", StringComparison.Ordinal) && !ResourceTypes.NetworkPolicy.Contains(node.Type));

    // Pods that a policy selects take only what some policy lets in; which that is, the openings are judged by.
    private static bool? ClosesAll(ResourceNode policy) => LabelSelector.All([LabelSelector.IsEmpty(policy["spec.podSelector"]), IsForIngress(policy)]);

    private static bool? IsForIngress(ResourceNode policy)
    {
        var types = policy["spec.policyTypes"];
        if (policy["spec"].IsUnknown || types.IsUnknown) return null;
        return !types.Items.Any() ? true : LabelSelector.Any(types.Items.Select(type => type.IsUnknown ? (bool?)null : type.Text == "Ingress"));
    }

    private IEnumerable<Finding> CheckOpenings(ResourceNode policy)
    {
        var rules = policy["spec.ingress"];
        if (IsForIngress(policy) is false) return [];
        if (rules.IsUnknown) return [Undetermined(policy, rules)];
        return rules.Items.SelectMany<PropertyValue, Finding>(rule => LabelSelector.All([IsAtEveryPort(rule["ports"]), IsForEveryone(rule["from"])]) switch
        {
            false => [],
            true when IsForIngress(policy) is true => [Fail(policy, rule.Path, $"{rule.Path} lets everyone in at every port", "open")],
            _ => [Undetermined(policy, rule.FirstUnknown() ?? policy["spec.policyTypes"], "open")],
        });
    }

    // An entry that names no port is every port of its protocol ("Network Policies", Kubernetes, read 2026-11-23).
    private static bool? IsAtEveryPort(PropertyValue ports) => IsWithout(ports) is not false ? IsWithout(ports) : LabelSelector.Any(ports.Items.Select(entry =>
        entry["port"] is { IsUnknown: true } || entry["endPort"].IsUnknown
            ? (bool?)null
            : entry["port"].IsLeftOut || (entry["port"].Number <= 1 && entry["endPort"].Number >= LastPort)));

    private static bool? IsForEveryone(PropertyValue from) => IsWithout(from) is not false ? IsWithout(from) : LabelSelector.Any(from.Items.Select(peer =>
        peer.IsUnknown ? null : LabelSelector.Any([IsEveryAddress(peer["ipBlock"]["cidr"]), IsEveryPod(peer)])));

    private static bool? IsWithout(PropertyValue list) => list.IsUnknown ? null : !list.Items.Any();

    // Half of all addresses, twice, are all of them.
    private static bool? IsEveryAddress(PropertyValue block) =>
        block.IsUnknown ? null : block.Text is { } text && (text.EndsWith("/0", StringComparison.Ordinal) || text.EndsWith("/1", StringComparison.Ordinal));

    private static bool? IsEveryPod(PropertyValue peer) => peer["namespaceSelector"].IsAbsent ? false
        : LabelSelector.All([LabelSelector.IsEmpty(peer["namespaceSelector"]), LabelSelector.IsEmpty(peer["podSelector"])]);
}
