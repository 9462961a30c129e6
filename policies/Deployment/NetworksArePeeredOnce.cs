namespace Infra.Policies.Deployment;

public sealed class NetworksArePeeredOnce() : DeploymentRule(
    "deploy-peering-once",
    Rank.High,
    ResourceTypes.VpcPeeringConnection,
    "Two networks have one peering connection at a time, whichever of them asked; AWS refuses the second.",
    "use the connection that is there: its routes and options go both ways",
    "Amazon VPC Peering Guide, VPC peering limitations, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var ends = graph.Once(EndsOfAll);
        var own = ends[resource];
        var same = ends.Where(other => string.CompareOrdinal(other.Key.Urn, resource.Urn) < 0 && own.MayBe(other.Value))
            .Select(other => (Node: other.Key, Ends: other.Value)).OrderBy(other => other.Node.Urn, StringComparer.Ordinal).ToList();
        if (same.Find(other => own.IsKnown && other.Ends.IsKnown).Node is { } connected)
            return [Fail(resource, "peerVpcId", $"{connected.Name} connects the same two networks")];
        return same.Count > 0
            ? [Undetermined(resource, "peerVpcId", $"whether {same[0].Node.Name} connects the same two networks is not known before the deployment")]
            : [];
    }

    private static Dictionary<ResourceNode, Ends> EndsOfAll(ResourceGraph graph) =>
        graph.OfType(ResourceTypes.VpcPeeringConnection).ToDictionary(connection => connection, connection => Ends.Of(connection, graph));

    /// <summary>The networks that each end may be: of the program by their URNs, another by the id that is written; null for any.</summary>
    private sealed record Ends(IReadOnlyList<string>? Asking, IReadOnlyList<string>? Asked)
    {
        public bool IsKnown => Asking?.Count == 1 && Asked?.Count == 1;

        public static Ends Of(ResourceNode connection, ResourceGraph graph)
        {
            return new(Meant(connection["vpcId"]), Meant(connection["peerVpcId"]));

            IReadOnlyList<string>? Meant(PropertyValue value) => graph.Resolve(connection, value, ResourceTypes.Vpc).Candidates is { Count: > 0 } nodes
                ? [.. nodes.Select(node => node.Urn)]
                : value.Text is { } id ? [id] : null;
        }

        public bool MayBe(Ends other) =>
            (Meet(Asking, other.Asking) && Meet(Asked, other.Asked)) || (Meet(Asking, other.Asked) && Meet(Asked, other.Asking));

        private static bool Meet(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
            one is null || other is null || one.Intersect(other, StringComparer.Ordinal).Any();
    }
}
