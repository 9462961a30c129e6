namespace Infra.Policies.Deployment;

public sealed class NamesAreGivenOnce() : DeploymentRule(
    "deploy-name-once",
    Rank.High,
    [.. Names.Keys],
    "AWS refuses the second of two resources with the same name.",
    "give each its own name, or leave it to the provider",
    "AWS API references of each type, names that must be unique, 2026-11")
{
    // The property that names each type, and whether the name is taken in all regions.
    private static Dictionary<string, (string Property, bool IsGlobal)> Names { get; } = new(StringComparer.Ordinal)
    {
        ["aws:cloudfront/originAccessControl:OriginAccessControl"] = ("name", true),
        ["aws:dynamodb/table:Table"] = ("name", false),
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = ("replicationGroupId", false),
        ["aws:iam/role:Role"] = ("name", true),
        ["aws:lb/loadBalancer:LoadBalancer"] = ("name", false),
        ["aws:alb/loadBalancer:LoadBalancer"] = ("name", false),
        ["aws:elasticloadbalancingv2/loadBalancer:LoadBalancer"] = ("name", false),
        ["aws:applicationloadbalancing/loadBalancer:LoadBalancer"] = ("name", false),
        ["aws:rds/instance:Instance"] = ("identifier", false),
        ["aws:s3/bucket:Bucket"] = ("bucket", true),
        ["aws:s3/bucketV2:BucketV2"] = ("bucket", true),
        ["aws:sqs/queue:Queue"] = ("name", false),
    };

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (property, isGlobal) = Names[resource.Type];
        if (resource[property].IsAbsent) return [];
        var others = graph.OfType(resource.Type).Where(other => string.CompareOrdinal(other.Urn, resource.Urn) < 0)
            .Select(other => (Node: other, IsSame: Both(Provider(resource, other), isGlobal
                ? Same(resource[property], other[property])
                : Both(Same(resource[property], other[property]), Region(resource, other))))).ToList();
        if (others.Find(other => other.IsSame == Verdict.Pass).Node is { } same)
            return [Fail(resource, property, $"{property} is {resource[property]}, and so is that of {same.Name}")];
        return others.Find(other => other.IsSame == Verdict.Undetermined).Node is { } open
            ? [Undetermined(resource, property, $"whether {open.Name} has the same {property} is not known before the deployment")]
            : [];
    }

    private static Verdict Region(ResourceNode one, ResourceNode other) =>
        one.Region.IsAbsent && other.Region.IsAbsent ? Verdict.Pass : Same(one.Region, other.Region);

    // Another provider may be of another account or region. Buckets have one name in the world.
    private static Verdict Provider(ResourceNode one, ResourceNode other) =>
        one.Provider?.Urn == other.Provider?.Urn || ResourceTypes.Bucket.Contains(one.Type) ? Verdict.Pass : Verdict.Undetermined;

    private static Verdict Both(Verdict one, Verdict other) =>
        one == Verdict.Fail || other == Verdict.Fail ? Verdict.Fail : one == Verdict.Pass && other == Verdict.Pass ? Verdict.Pass
            : Verdict.Undetermined;

    private static Verdict Same(PropertyValue one, PropertyValue other) =>
        one.IsAbsent || other.IsAbsent ? Verdict.Fail : one.IsUnknown || other.IsUnknown ? Verdict.Undetermined : one.Text == other.Text
            ? Verdict.Pass : Verdict.Fail;
}
