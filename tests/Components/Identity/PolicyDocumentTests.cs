using Infra.Components.Identity;

namespace Infra.Tests.Components.Identity;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void A_trust_policy_is_written_in_one_stable_form() =>
        PolicyDocument.TrustOf("vpc-flow-logs.amazonaws.com", new()
        {
            StringEquals = new() { ["aws:SourceAccount"] = "123456789012" },
            ArnLike = new() { ["aws:SourceArn"] = "arn:aws:ec2:eu-central-1:123456789012:vpc-flow-log/*" },
        }).ToString().ShouldBe(
            """{"Version":"2012-10-17","Statement":[{"Sid":"Trust","Effect":"Allow","Principal":{"Service":"vpc-flow-logs.amazonaws.com"}"""
            + ""","Action":["sts:AssumeRole"],"Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}"""
            + ""","ArnLike":{"aws:SourceArn":"arn:aws:ec2:eu-central-1:123456789012:vpc-flow-log/*"}}}]}""");

    [Fact]
    public void Plain_http_is_denied_for_the_bucket_and_for_what_it_holds() =>
        new PolicyDocument(PolicyStatement.DenyPlainHttp("arn:aws:s3:::logs")).ToString().ShouldBe(
            """{"Version":"2012-10-17","Statement":[{"Sid":"DenyPlainHttp","Effect":"Deny","Principal":{"AWS":"*"},"Action":["s3:*"]"""
            + ""","Resource":["arn:aws:s3:::logs","arn:aws:s3:::logs/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""");
}
