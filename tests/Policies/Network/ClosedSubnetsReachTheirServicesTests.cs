namespace Infra.Tests.Policies.Network;

public sealed class ClosedSubnetsReachTheirServicesTests
{
    private const string Rule = "egress-without-nat";

    [Fact]
    public void Each_service_that_nothing_leads_to_is_told_once_with_the_subnet_and_the_endpoint() => ClosedSubnetCases.Workers("""
        { "Statement": [{ "Effect": "Allow", "Resource": "*",
          "Action": ["sqs:ReceiveMessage", "SQS:DeleteMessage", "cloudwatch:PutMetricData", "ec2:DescribeTags"] }] }
        """).Told(Rule).ShouldBe(
        [
            "Fail: workers: inner has no way out, no endpoint leads to monitoring, and the role of its machines calls cloudwatch",
            "Fail: workers: inner has no way out, no endpoint leads to sqs, and the role of its machines calls sqs",
        ]);

    [Fact]
    public void A_way_out_that_is_not_known_is_told_as_a_doubt_about_the_service() => ClosedSubnetCases.Workers()
        .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "association",
            """{ "subnetId": "inner", "routeTableId": "<unknown>" }""")
        .Told(Rule)
        .ShouldBe(["Undetermined vpcZoneIdentifiers: workers: whether its machines reach sqs is not known before the deployment"]);
}
