using Infra.Policies.Identity;

namespace Infra.Policies.Data;

public sealed class BucketsDemandTls() : Rule(
    "s3-tls-only",
    Rank.High,
    "A client that talks to the bucket in plain text shows its data, and its signature, to everyone on the way.",
    "deny every action to everyone where aws:SecureTransport is false, in the bucket's policy",
    "S3.5", "CKV_AWS_379", "AwsSolutions-S10")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Bucket, .. ResourceTypes.BucketPolicy];

    public override IEnumerable<Finding> Check(ResourceGraph graph) => graph.OfType(ResourceTypes.Bucket).SelectMany(bucket => Check(bucket, graph));

    private IEnumerable<Finding> Check(ResourceNode bucket, ResourceGraph graph)
    {
        var policies = graph.PointingTo(bucket, ResourceTypes.Bucket, ResourceTypes.BucketPolicy, "bucket").ToList();
        if (policies.Count == 0) return [Fail(bucket, null, "no bucket policy names it")];
        if (policies.Find(policy => graph.Resolve(policy, policy["bucket"], ResourceTypes.Bucket).Target != bucket) is { } other)
            return [Undetermined(bucket, "bucket", $"whether {other.Name} is its policy is not known before the deployment")];

        // One unknown ARN inside makes the whole document unknown.
        if (policies.Find(policy => policy["policy"].FirstUnknown() is not null) is { } unknown)
            return [Undetermined(unknown, unknown["policy"].FirstUnknown()!.Value)];
        return policies.Exists(policy => PolicyStatement.Of(policy["policy"])?.Any(DeniesPlainText) is true)
            ? []
            : [Fail(policies[0], "policy", "policy denies nothing to those who come without TLS")];
    }

    private static bool DeniesPlainText(PolicyStatement statement) => statement.Written["Effect"].Text == "Deny"
        && statement.Principals.Any(principal => principal is ("AWS", "*"))
        && statement.Actions.Any(action => action is "*" or "s3:*")
        && statement.Conditions.ToList() is [("aws:SecureTransport", "false")];
}
