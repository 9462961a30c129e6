using Infra.Policies.Firewall;

namespace Infra.Policies.Edge;

public sealed class BalancersAnswerOnlyTheEdge() : Rule(
    "cdn-origin-closed",
    Rank.Medium,
    "What strangers send past a distribution meets neither its filter nor its rate limit.",
    "admit AWS's prefix list com.amazonaws.global.cloudfront.origin-facing alone, or accept it where visitors are meant to come that way too")
{
    public override IReadOnlyList<string> Types { get; } =
    [
        .. ResourceTypes.Distribution, .. ResourceTypes.Record, .. ResourceTypes.LoadBalancer, .. ResourceTypes.SecurityGroup,
        .. ResourceTypes.IngressRule, .. ResourceTypes.LegacySecurityGroupRule,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var asked = graph.OfType(ResourceTypes.Distribution).SelectMany(distribution => WaysOf(distribution, graph)).ToLookup(way => way.Balancer);
        return graph.Firewall.Judgements.Select(judgement => judgement.Opening)
            .Where(opening => opening.Direction == Direction.Ingress)
            .SelectMany(opening => Judge(opening, [.. Ways(opening, graph, asked)]))
            .DistinctBy(finding => (finding.Urn, finding.Key));
    }

    private static IEnumerable<Way> Ways(Opening opening, ResourceGraph graph, ILookup<ResourceNode, Way> asked) =>
        opening.Groups.SelectMany(graph.Firewall.Labels.Attachments.Of).SelectMany(attachment => asked[attachment.Resource])
            .OrderByDescending(way => way.IsCertain);

    // What comes from inside has no distribution to pass by.
    private IEnumerable<Finding> Judge(Opening opening, IReadOnlyList<Way> ways)
    {
        if (ways.Count == 0) return [];
        var way = ways[0];
        var isOutside = opening.Peer switch
        {
            Peer.Foreign => true,
            Peer.Block { IsCloudFront: false } block => block.Addresses.Overlaps(AddressSpace.Public),
            _ => false,
        };
        if (isOutside && way.IsCertain && opening.Groups is [_])
            return [Fail(opening.Rule, opening.Property, $"{opening.Peer.Text} reaches {way.Balancer.Name} past {way.Distribution.Name}", opening.Key)];
        return isOutside || opening.Peer is Peer.Unknown or Peer.Block { IsWhole: false }
            ? [Undetermined(opening.Rule, opening.Property,
                $"whether {opening.Peer.Text} reaches {way.Balancer.Name} past {way.Distribution.Name} is not known before the deployment", opening.Key)]
            : [];
    }

    private static IEnumerable<Way> WaysOf(ResourceNode distribution, ResourceGraph graph) =>
        from origin in PeerReader.EachOf(distribution["origins"])
        where origin.IsUnknown || !origin["customOriginConfig"].IsAbsent
        from behind in Behind(origin.IsUnknown ? origin : origin["domainName"], distribution, graph)
        where behind.Balancer["internal"].Truth is not true
        select new Way(distribution, behind.Balancer, behind.IsCertain && !behind.Balancer["internal"].IsUnknown);

    /// <summary>The balancers that a host's name may lead to: by their own name, or by a record of it.</summary>
    private static IEnumerable<(ResourceNode Balancer, bool IsCertain)> Behind(PropertyValue host, ResourceNode distribution, ResourceGraph graph)
    {
        // A name may be that of several records, each of which is meant.
        string[] named = host.IsUnknown ? [.. ResourceTypes.LoadBalancer, .. ResourceTypes.Record] : [.. ResourceTypes.LoadBalancer];
        var meant = graph.Resolve(distribution, host, named);
        if (meant.State == ReferenceState.Unknown && distribution.DependenciesOf("origins").Count == 0) return Any(graph);

        var records = graph.OfType(ResourceTypes.Record)
            .Select(record => (Record: record, IsCertain: Names(record, host),
                IsPossible: record["name"].IsUnknown || meant.Candidates.Any(other => Names(record, other["name"]))))
            .Where(entry => entry.IsCertain || entry.IsPossible)
            .Select(entry => (Node: entry.Record, entry.IsCertain))
            .Concat(meant.Candidates.Select(candidate => (Node: candidate, IsCertain: meant.Target is not null))).ToList();
        return records.SelectMany(entry => ResourceTypes.LoadBalancer.Contains(entry.Node.Type)
            ? [entry]
            : Targets(entry.Node, graph).Select(target => (target.Balancer, target.IsCertain && entry.IsCertain)));
    }

    private static IEnumerable<(ResourceNode Balancer, bool IsCertain)> Targets(ResourceNode record, ResourceGraph graph) =>
        PeerReader.EachOf(record["aliases"]).Select(alias => alias.IsUnknown ? alias : alias["name"]).Concat(PeerReader.EachOf(record["records"]))
            .Select(name => graph.Resolve(record, name, ResourceTypes.LoadBalancer))
            .SelectMany(reference => reference.State == ReferenceState.Unknown
                ? Any(graph)
                : reference.Candidates.Select(balancer => (balancer, reference.Target is not null)));

    private static IEnumerable<(ResourceNode Balancer, bool IsCertain)> Any(ResourceGraph graph) =>
        graph.OfType(ResourceTypes.LoadBalancer).Select(balancer => (balancer, false));

    private static bool Names(ResourceNode record, PropertyValue host) =>
        host.Text?.TrimEnd('.') is { } text && (IsSame(record["name"], text) || IsSame(record["fqdn"], text));

    private static bool IsSame(PropertyValue name, string text) => string.Equals(name.Text?.TrimEnd('.'), text, StringComparison.OrdinalIgnoreCase);

    private sealed record Way(ResourceNode Distribution, ResourceNode Balancer, bool IsCertain);
}
