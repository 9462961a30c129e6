using Infra.Tests.Testing;

namespace Infra.Tests.Stacks;

public sealed class JoinedRegionsTests
{
    [Fact]
    public async Task Every_region_but_the_primary_one_has_a_way_to_the_databases_that_are_written()
    {
        var plan = await PlannedPlatform.Of("prod");

        plan.One("aws:ec2/vpcPeeringConnection:VpcPeeringConnection").Text("peerVpcId").ShouldBe("network-eu-central-1-vpc-id");
        plan.Some("aws:ec2/route:Route").Where(route => route.Text("vpcPeeringConnectionId") is not null).Select(route => route.Text("routeTableId")).ShouldBe(
            ["network-us-east-1-app-a-id", "network-us-east-1-app-b-id", "network-us-east-1-app-c-id", "network-eu-central-1-data-id"]);
        Sources(plan, "firewall-eu-central-1-database", "cidrIpv4").Count.ShouldBe(3);
        plan.One("aws:route53/record:Record", "orders-us-east-1-names-write").List("records").ShouldBe(["orders-eu-central-1-primary.example.com"]);

        static List<string?> Sources(Plan plan, string group, string by) =>
        [
            .. plan.Some("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
                .Where(rule => rule.Text("securityGroupId") == $"{group}-id" && rule.Text(by) is not null).Select(rule => rule.Text(by)),
        ];
    }
}
