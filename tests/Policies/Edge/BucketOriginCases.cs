using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Edge;

internal static class BucketOriginCases
{
    public static IEnumerable<RuleCase> All => Of("cdn-bucket-names-distribution", "aws:s3/bucketPolicy:BucketPolicy",
        (Pass, "one distribution", Admits("""{ "StringEquals": { "AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E1" } }""")),
        (Pass, "those of one account", Admits("""{ "StringEquals": { "aws:SourceAccount": "123456789012" } }""")),
        (Pass, "another service", Admits("{}", "cloudtrail.amazonaws.com")),
        (Fail, "any", Admits("{}")),
        (Fail, "any, in other words", Admits("""{ "ArnLike": { "aws:SourceArn": "*" } }""")),
        (Undetermined, "not known", """{ "policy": "<unknown>" }"""));

    private static string Admits(string condition, string service = "cloudfront.amazonaws.com") => $$"""
        { "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "{{service}}" }, "Action": "s3:GetObject", "Resource": "*",
          "Condition": {{condition}} }] } }
        """;
}
