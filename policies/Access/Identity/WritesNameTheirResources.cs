namespace Infra.Policies.Identity;

public sealed class WritesNameTheirResources() : DocumentRule(
    "iam-no-star-resource-for-writes",
    Rank.High,
    ResourceTypes.IdentityPolicies,
    ["policy"],
    "A permission to change every resource of the account turns one taken machine into the loss of all of them.",
    "name the ARNs, or fence the statement with a condition",
    "CKV_AWS_290", "CKV_AWS_355")
{
    // Verbs that only look (IAM User Guide, "Access levels in policy summaries", read 2026-11).
    private static readonly string[] Reading =
    [
        "BatchCheck", "BatchGet", "Check", "ConditionCheck", "Describe", "Estimate", "Filter", "Get", "Head", "List", "Lookup", "Preview", "Query", "Scan",
        "Search", "Select", "Simulate", "Test", "View", "Decrypt",
    ];

    // AWS offers no resource to name for these (Service Authorization Reference, read 2026-11).
    private static readonly string[] WithoutResource =
    [
        "cloudwatch:PutMetricData", "ec2messages:", "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:UpdateLogDelivery",
        "ssm:UpdateInstanceInformation", "ssmmessages:", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ];

    protected override string? Objection(ResourceNode resource, PolicyStatement statement)
    {
        if (!statement.IsAllow || !statement.IsOnEverything || statement.Tests.Any(IsFence)) return null;
        if (!statement.Written["NotAction"].IsAbsent) return "allows all but some actions on every resource";
        var writes = statement.Actions.Where(IsWrite).Order(StringComparer.Ordinal).ToList();
        return writes.Count == 0 ? null : $"allows {string.Join(", ", writes)} on every resource";
    }

    // Keys of the service say which resource; of the keys that all services share, only tags do. Who asks, from where and how, does not.
    private static bool IsFence(ConditionTest test) => test.IsFence
        && (!test.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
            || test.Key.StartsWith("aws:ResourceTag/", StringComparison.OrdinalIgnoreCase)
            || test.Key.StartsWith("aws:RequestTag/", StringComparison.OrdinalIgnoreCase));

    // All actions of a service, or of all of them, are another rule's matter.
    private static bool IsWrite(string action)
    {
        var verb = action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return verb != "*" && !Reading.Any(reading => verb.StartsWith(reading, StringComparison.OrdinalIgnoreCase))
            && !WithoutResource.Any(exempt => action.StartsWith(exempt, StringComparison.OrdinalIgnoreCase));
    }
}
