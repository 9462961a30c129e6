namespace Infra.Policies.Deployment;

public sealed class NamesAreGivenOnce() : DeploymentRule(
    "deploy-name-once",
    Rank.High,
    [.. Spaces.Keys],
    "AWS refuses the second of two resources with the same name.",
    "give each its own name, or leave it to the provider",
    "AWS API references of each type, names that must be unique, 2026-11")
{
    // The property that names the types, and whether the name is taken in all regions. Clusters of the three kinds share their
    // names (DocumentDB developer guide, "Amazon DocumentDB cluster settings"); those of a topic are not refused, but shared (SNS API
    // reference, CreateTopic). Read 2026-11.
    private static Dictionary<string, Space> Spaces { get; } = new Space[]
    {
        new("name", true, "aws:cloudfront/originAccessControl:OriginAccessControl"),
        new("name", false, [.. ResourceTypes.Table]),
        new("replicationGroupId", false, [.. ResourceTypes.ReplicationGroup]),
        new("userId", false, "aws:elasticache/user:User"),
        new("userGroupId", false, "aws:elasticache/userGroup:UserGroup"),
        new("name", true, [.. ResourceTypes.Role]),
        new("name", false, "aws:kms/alias:Alias"),
        new("name", false, [.. ResourceTypes.LoadBalancer]),
        new("name", false, [.. ResourceTypes.LogGroup]),
        new("name", false, [.. ResourceTypes.Parameter]),
        new("name", false, [.. ResourceTypes.BackupVault]),
        new("identifier", false, [.. ResourceTypes.DatabaseInstance]),
        new("clusterIdentifier", false, [.. ResourceTypes.DatabaseCluster, .. ResourceTypes.DocumentCluster, .. ResourceTypes.GraphCluster]),
        new("bucket", true, [.. ResourceTypes.Bucket]),
        new("name", false, [.. ResourceTypes.Queue]),
    }.SelectMany(space => space.Types.Select(type => (Type: type, Space: space)))
        .ToDictionary(each => each.Type, each => each.Space, StringComparer.Ordinal);

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (property, isGlobal, types) = Spaces[resource.Type];
        if (resource[property].IsAbsent) return [];
        var others = graph.OfType(types).Where(other => string.CompareOrdinal(other.Urn, resource.Urn) < 0)
            .Select(other => (Node: other, IsNamed: Same(resource[property], other[property]))).Where(other => other.IsNamed != Verdict.Fail)
            .Select(other => (other.Node, IsSame: Verdicts.All(
            [
                other.IsNamed, Refused(resource, other.Node), Provider(resource, other.Node), isGlobal ? Verdict.Pass : Region(resource, other.Node),
            ]))).ToList();
        if (others.Find(other => other.IsSame == Verdict.Pass).Node is { } same)
            return [Fail(resource, property, $"{property} is {resource[property]}, and so is that of {Told(same)}")];
        return others.Find(other => other.IsSame == Verdict.Undetermined).Node is { } open
            ? [Undetermined(resource, property, $"whether {Told(open)} has the same {property} is not known before the deployment")]
            : [];

        // Two kinds of store often have one name in the program, too.
        string Told(ResourceNode other) => other.Type == resource.Type ? other.Name : $"{other.Name} ({other.Type})";
    }

    // A parameter may be told to take over the one that is there.
    private static Verdict Refused(ResourceNode one, ResourceNode other) =>
        one["overwrite"].Truth == true || other["overwrite"].Truth == true ? Verdict.Fail
            : one["overwrite"].IsUnknown || other["overwrite"].IsUnknown ? Verdict.Undetermined : Verdict.Pass;

    private static Verdict Region(ResourceNode one, ResourceNode other) =>
        one.Region.IsAbsent && other.Region.IsAbsent ? Verdict.Pass : Same(one.Region, other.Region);

    // Another provider may be of another account or region. Buckets have one name in the world.
    private static Verdict Provider(ResourceNode one, ResourceNode other) =>
        one.Provider?.Urn == other.Provider?.Urn || ResourceTypes.Bucket.Contains(one.Type) ? Verdict.Pass : Verdict.Undetermined;

    private static Verdict Same(PropertyValue one, PropertyValue other) =>
        one.IsAbsent || other.IsAbsent ? Verdict.Fail : one.IsUnknown || other.IsUnknown ? Verdict.Undetermined : one.Text == other.Text
            ? Verdict.Pass : Verdict.Fail;

    private sealed record Space(string Property, bool IsGlobal, params IReadOnlyList<string> Types);
}
