namespace Infra.Policies.Data;

public sealed class ProtectionCoversTheKey() : Rule(
    "protect-closure",
    Rank.High,
    "Data that is protected from deletion is lost all the same when the key it is encrypted with may be deleted.",
    "set the option Protect on the key and on the secret, too")
{
    private static readonly HashSet<string> Kept = [.. ResourceTypes.Key, .. ResourceTypes.ReplicaKey, .. ResourceTypes.Secret];

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Stateful, .. ResourceTypes.ReplicaKey, .. ResourceTypes.BucketEncryption];

    public override IEnumerable<Finding> Check(ResourceGraph graph) => All(graph).DistinctBy(finding => (finding.Urn, finding.Key, finding.Verdict));

    private IEnumerable<Finding> All(ResourceGraph graph) =>
        from node in graph.OfType(ResourceTypes.Stateful)
        where node.Options.Protect
        from user in UsersOfKeys(node, graph)
        from edge in graph.EdgesOf(user)
        where edge.Evidence != EdgeEvidence.Document && Kept.Contains(edge.To.Type) && !edge.To.Options.Protect
        from finding in Check(node, user, edge)
        select finding;

    private IEnumerable<Finding> Check(ResourceNode node, ResourceNode user, ResourceEdge edge) =>
    [
        edge.Ambiguous
            ? Undetermined(user, edge.Property,
                $"whether {node.Name} needs {edge.To.Name}, which is not protected, is not known before the deployment", edge.To.Name)
            : Fail(edge.To, null, $"{node.Name} is protected and cannot be read without it, and it is not", node.Name),
    ];

    // How a bucket is encrypted stands in a resource of its own.
    private static IEnumerable<ResourceNode> UsersOfKeys(ResourceNode node, ResourceGraph graph) => ResourceTypes.Bucket.Contains(node.Type)
        ? graph.PointingTo(node, ResourceTypes.Bucket, ResourceTypes.BucketEncryption, "bucket").Append(node)
        : [node];
}
