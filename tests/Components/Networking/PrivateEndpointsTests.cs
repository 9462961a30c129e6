using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Networking;

public sealed class PrivateEndpointsTests
{
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";

    private static readonly PrivateEndpointsArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        VpcId = "vpc-1",
        Subnets = Places.Subnets(SubnetTier.App, "a", "b"),
        SecurityGroupId = "sg-endpoint",
        Services = [PrivateService.SystemsManager, PrivateService.SessionMessages],
    };

    [Fact]
    public async Task Services_keep_their_names_and_stand_in_every_zone()
    {
        var endpoint = (await Plan.Of(() => _ = new PrivateEndpoints("doors", Args))).One(Endpoint, "doors-ssm");

        (endpoint.Text("serviceName"), endpoint.Text("vpcEndpointType"), endpoint.Flag("privateDnsEnabled"))
            .ShouldBe(("com.amazonaws.eu-central-1.ssm", "Interface", true));
        endpoint.List("subnetIds").ShouldBe(["subnet-app-a", "subnet-app-b"]);
        endpoint.List("securityGroupIds").ShouldBe(["sg-endpoint"]);
        endpoint.Inputs.Keys.ShouldNotContain("routeTableIds");
    }

    [Fact]
    public async Task Only_callers_of_the_own_account_pass()
    {
        var endpoints = (await Plan.Of(() => _ = new PrivateEndpoints("doors", Args))).Some(Endpoint);

        endpoints.ShouldAllBe(endpoint => endpoint.Text("policy")!.Contains("""
            "Condition":{"StringEquals":{"aws:PrincipalAccount":"123456789012"}}
            """));
    }

    [Fact]
    public async Task Adding_a_service_or_a_zone_changes_no_identity()
    {
        var before = await Plan.Of(() => _ = new PrivateEndpoints("doors", Args));
        var after = await Plan.Of(() => _ = new PrivateEndpoints("doors", Args with
        {
            Services = [PrivateService.Logs, .. Args.Services],
            Subnets = Places.Subnets(SubnetTier.App, "a", "b", "c"),
        }));

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
        after.Urns("test").Except(before.Urns("test")).ShouldHaveSingleItem().ShouldEndWith("::doors-logs");
    }

    [Fact]
    public async Task Every_problem_of_endpoints_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new PrivateEndpoints("doors", Args with
        {
            Services = [PrivateService.Logs, new("logs")],
            Subnets = Places.Subnets(SubnetTier.Data, "a"),
        }))).ShouldBe(
            """
            PrivateEndpoints 'doors' cannot be built:
              - Its subnets lie in 1 zone(s); expected are at least 2, so that it survives the loss of one.
              - Subnet data-a (10.0.20.0/22) is of the data tier; expected are subnets of the app tier.
              - Service logs is given 2 times; a VPC takes one endpoint with private names for each service.
            """);

    [Fact]
    public async Task Endpoints_to_nothing_are_refused() =>
        (await Plan.ErrorOf(() => _ = new PrivateEndpoints("doors", Args with { Services = [] }))).ShouldContain("Services is empty");
}
