using Infra.Policies.Identity;

namespace Infra.Policies.Edge;

public sealed class BucketsTrustOneDistribution() : DocumentRule(
    "cdn-bucket-names-distribution",
    Rank.High,
    ResourceTypes.BucketPolicy,
    ["policy"],
    "A bucket that answers CloudFront answers every distribution of every customer, unless its policy says which one.",
    "compare aws:SourceArn with the distribution's ARN in the statement for cloudfront.amazonaws.com")
{
    private const string Edge = "cloudfront.amazonaws.com";

    private static readonly HashSet<string> Fences =
        new(["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:PrincipalOrgID"], StringComparer.OrdinalIgnoreCase);

    protected override string? Objection(ResourceNode resource, PolicyStatement statement) =>
        statement.IsAllow && statement.Principals.Contains(("Service", Edge))
        && !statement.Tests.Any(test => test.IsFence && Fences.Contains(test.Key))
            ? "lets every distribution in"
            : null;
}
