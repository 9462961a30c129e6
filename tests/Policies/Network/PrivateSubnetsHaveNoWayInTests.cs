namespace Infra.Tests.Policies.Network;

public sealed class PrivateSubnetsHaveNoWayInTests
{
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Route = "aws:ec2/route:Route";
    private const string Nat = """{ "routeTableId": "app", "destinationCidrBlock": "0.0.0.0/0", "natGatewayId": "nat-1" }""";

    [Theory]
    [InlineData("gatewayId", "igw", "igw")]
    [InlineData("gatewayId", "igw-0a1b2c", "an internet gateway")]
    [InlineData("natGatewayId", "nat", "nat")]
    [InlineData("natGatewayId", "nat-1", "a NAT or egress-only gateway")]
    public void A_forbidden_way_is_told_with_its_gateway_and_its_route(string property, string gateway, string told) =>
        Told(RoutingCases.Placed.Add("aws:ec2/natGateway:NatGateway", "nat", """{ "subnetId": "public-a" }""")
            .Add(Route, "out", $$"""{ "routeTableId": "data", "destinationCidrBlock": "0.0.0.0/0", "{{property}}": "{{gateway}}" }"""))
        .ShouldBe(
        [$"Fail {property}: out: data-a (data) -> 0.0.0.0/0 via {told} by out"]);

    [Fact]
    public void A_way_to_NAT_is_forbidden_perhaps_where_the_label_of_the_subnet_is_not_known() => Told(Unlabelled(Nat)).ShouldBe(
        [
            "Undetermined natGatewayId: out: app-a (unknown) -> 0.0.0.0/0 via a NAT or egress-only gateway by out: "
                + "the subnet's tags.infra:tier is not known before the deployment",
        ]);

    [Fact]
    public void A_way_to_the_internet_is_forbidden_perhaps_where_the_label_of_the_subnet_is_not_known() =>
        Told(Unlabelled("""{ "routeTableId": "app", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "igw" }""")).ShouldBe(
            [
                "Undetermined gatewayId: out: app-a (unknown) -> 0.0.0.0/0 via igw by out: "
                    + "the subnet's tags.infra:tier is not known before the deployment",
            ]);

    [Fact]
    public void A_way_to_a_peer_is_allowed_whatever_the_label_of_the_subnet() => Told(Unlabelled(
        """{ "routeTableId": "app", "destinationCidrBlock": "10.9.0.0/16", "vpcPeeringConnectionId": "pcx-1" }""")).ShouldBeEmpty();

    [Fact]
    public void A_gateway_that_is_not_known_is_told_by_its_property() => Told(RoutingCases.Placed
        .Add(Route, "out", """{ "routeTableId": "data", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "<unknown>" }""")).ShouldBe(
        ["Undetermined gatewayId: out: data-a (data) -> 0.0.0.0/0 via a gateway by out: gatewayId is not known before the deployment"]);

    [Fact]
    public void A_way_of_one_of_two_tables_is_told_as_one_whose_subnet_is_not_known() => Told(RoutingCases.Placed
        .Add(Route, "out", """{ "routeTableId": "<unknown:public:data>", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "igw" }"""))
        .ShouldBe(
        [
            "Undetermined gatewayId: out: data-a (data) -> 0.0.0.0/0 via igw by out: "
                + "which subnet it is for is not known before the deployment",
        ]);

    [Fact]
    public void A_label_that_nobody_knows_counts_as_private() => Told(RoutingCases.Placed.Without("app-out").Without("app-a")
        .Add(Subnet, "app-a", """{ "vpcId": "main", "cidrBlock": "10.0.1.0/24", "tags": { "infra:tier": "middle" } }""")
        .Add(Route, "out", """{ "routeTableId": "app", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "igw" }""")).ShouldBe(
        ["Fail gatewayId: out: app-a (middle) -> 0.0.0.0/0 via igw by out"]);

    private static SampleProgram Unlabelled(string way) => RoutingCases.Placed.Without("app-out").Without("app-a")
        .Add(Subnet, "app-a", """{ "vpcId": "main", "cidrBlock": "10.0.1.0/24", "tags": { "infra:tier": "<unknown>" } }""")
        .Add(Route, "out", way);

    private static IReadOnlyList<string> Told(SampleProgram program) => program.Told("private-subnet-no-igw");
}
