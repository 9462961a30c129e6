namespace Infra.Policies.Data;

public sealed class DatabasesShowTheirLoad() : ResourceRule(
    "rds-performance-insights",
    Rank.Medium,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseClusterInstance],
    "When the database is slow, only a record of what it waited for says which query is to blame.",
    "set performanceInsightsEnabled to true and performanceInsightsKmsKeyId to the database's key",
    "CKV_AWS_353", "CKV_AWS_354", "AVD-AWS-0133", "AVD-AWS-0078")
{
    // The smallest machines have no room for it.
    private static readonly string[] Small = [".micro", ".small"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var key = resource["performanceInsightsKmsKeyId"];
        var findings = ExpectTrue(resource, resource["performanceInsightsEnabled"]).Concat(key.IsAbsent ? Expect(resource, key, _ => true, "a key") : []);
        return Unless(resource, resource["instanceClass"], IsSmall, findings);
    }

    private static bool IsSmall(PropertyValue type) => Array.Exists(Small, size => type.Text?.EndsWith(size, StringComparison.Ordinal) is true);
}
