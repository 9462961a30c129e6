using Infra.Policies;
using Infra.Tests.Policies.Network;

namespace Infra.Tests.Policies.Routing;

public sealed class RouteTests
{
    private const string Table = "aws:ec2/routeTable:RouteTable";
    private const string DefaultTable = "aws:ec2/defaultRouteTable:DefaultRouteTable";
    private const string Chosen = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
    private const string Association = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    private const string Route = "aws:ec2/route:Route";
    private const string ToInternet = "\"routes\": [{ \"cidrBlock\": \"0.0.0.0/0\", \"gatewayId\": \"igw\" }]";

    private static SampleProgram Unrouted => RoutingCases.Placed.Without("app-a-table");

    [Fact]
    public void A_subnet_without_a_table_of_its_own_follows_its_networks_main_one() =>
        Findings(Unrouted.Add(DefaultTable, "main-table", $$"""{ "defaultRouteTableId": "rtb-main", {{ToInternet}} }""").Without("main")
            .Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.0.0.0/16", "defaultRouteTableId": "rtb-main" }""")).ShouldBe(
            ["Fail routes[0].gatewayId: app-a (app) -> 0.0.0.0/0 via igw by main-table"]);

    [Fact]
    public void A_subnet_with_a_table_of_its_own_does_not_follow_the_main_one() => Findings(RoutingCases.Placed
        .Add(Table, "other", $$"""{ "vpcId": "main", {{ToInternet}} }""").Add(Chosen, "chosen", """{ "vpcId": "main", "routeTableId": "other" }"""))
        .ShouldBeEmpty();

    [Fact]
    public void The_main_table_of_another_network_is_nothing_to_it() => Findings(Unrouted.Add("aws:ec2/vpc:Vpc", "far", """{ "cidrBlock": "10.9.0.0/16" }""")
        .Add(Table, "other", $$"""{ "vpcId": "far", {{ToInternet}} }""").Add(Chosen, "chosen", """{ "vpcId": "far", "routeTableId": "other" }"""))
        .ShouldBeEmpty();

    [Fact]
    public void A_chosen_main_table_takes_the_place_of_the_one_that_the_network_came_with() =>
        Findings(Unrouted.Without("main").Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.0.0.0/16", "defaultRouteTableId": "rtb-main" }""")
            .Add(DefaultTable, "main-table", $$"""{ "defaultRouteTableId": "rtb-main", {{ToInternet}} }""")
            .Add(Table, "quiet", """{ "vpcId": "main" }""").Add(Chosen, "chosen", """{ "vpcId": "main", "routeTableId": "quiet" }""")).ShouldBeEmpty();

    [Fact]
    public void A_table_that_is_one_of_two_leads_out_perhaps() => Findings(Unrouted.Add(Table, "open", $$"""{ "vpcId": "main", {{ToInternet}} }""")
        .Add(Association, "app-a-table", """{ "subnetId": "app-a", "routeTableId": "<unknown:open:app>" }""")).ShouldBe(
        ["Undetermined routes[0].gatewayId: app-a (app) -> 0.0.0.0/0 via igw by open: which subnet it is for is not known before the deployment"]);

    [Fact]
    public void A_route_in_one_of_two_tables_leads_out_of_each_perhaps() => Findings(RoutingCases.Placed
        .Add(Route, "out", """{ "routeTableId": "<unknown:app:data>", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "igw" }""")).ShouldBe(
        [
            "Undetermined gatewayId: app-a (app) -> 0.0.0.0/0 via igw by out: which subnet it is for is not known before the deployment",
            "Undetermined gatewayId: data-a (data) -> 0.0.0.0/0 via igw by out: which subnet it is for is not known before the deployment",
        ]);

    [Theory]
    [InlineData("\"<unknown>\"", "routes")]
    [InlineData("[\"<unknown>\"]", "routes[0]")]
    public void Routes_that_are_not_known_may_lead_anywhere(string routes, string property) => Findings(Unrouted
        .Add(Table, "own", $$"""{ "vpcId": "main", "routes": {{routes}} }""")
        .Add(Association, "app-a-table", """{ "subnetId": "app-a", "routeTableId": "own" }""")).ShouldBe(
        [$"Undetermined {property}: app-a (app) -> unknown via a gateway by own: {property} is not known before the deployment"]);

    [Theory]
    [InlineData("<unknown>")]
    [InlineData("rtb-0a1b2c3d")]
    public void Where_a_table_leads_that_the_program_does_not_make_nobody_knows_here(string table)
    {
        Findings(Unrouted.Add(Association, "own", $$"""{ "subnetId": "app-a", "routeTableId": "{{table}}" }""")).ShouldHaveSingleItem()
            .ShouldStartWith("Undetermined routeTableId: app-a (app)");
        Findings(Unrouted.Add(Chosen, "chosen", $$"""{ "vpcId": "main", "routeTableId": "{{table}}" }""")).ShouldHaveSingleItem()
            .ShouldStartWith("Undetermined routeTableId: app-a (app)");
    }

    [Fact]
    public void The_main_table_of_a_network_that_is_not_the_programs_own_may_lead_anywhere()
    {
        Findings(Unrouted.Without("app-a").Add("aws:ec2/subnet:Subnet", "app-a", Subnet("vpc-0123456789abcdef0"))).ShouldHaveSingleItem()
            .ShouldStartWith("Undetermined vpcId: app-a (app)");
        Findings(Unrouted.Without("app-a").Add("aws:ec2/defaultVpc:DefaultVpc", "home").Add("aws:ec2/subnet:Subnet", "app-a", Subnet("home")))
            .ShouldHaveSingleItem().ShouldStartWith("Undetermined vpcId: app-a (app)");

        static string Subnet(string network) => $$"""{ "vpcId": "{{network}}", "tags": { "infra:tier": "app" } }""";
    }

    [Fact]
    public void A_table_from_elsewhere_for_a_subnet_that_is_not_known_may_be_for_any_that_has_none() =>
        Findings(Unrouted.Add(Association, "own", """{ "subnetId": "<unknown>", "routeTableId": "rtb-0a1b2c3d" }""")).ShouldHaveSingleItem()
            .ShouldStartWith("Undetermined routeTableId: app-a (app)");

    [Fact]
    public void A_main_table_that_one_from_elsewhere_took_the_place_of_leads_out_no_more_for_certain() =>
        Findings(Unrouted.Without("main").Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.0.0.0/16", "defaultRouteTableId": "rtb-main" }""")
            .Add(DefaultTable, "old", $$"""{ "defaultRouteTableId": "rtb-main", {{ToInternet}} }""")
            .Add(Chosen, "chosen", """{ "vpcId": "main", "routeTableId": "rtb-0a1b2c3d" }"""))
        .ShouldAllBe(finding => finding.StartsWith("Undetermined", StringComparison.Ordinal));

    [Fact]
    public void A_table_for_a_subnet_that_is_not_known_may_be_for_any_that_has_none() => Findings(Unrouted
        .Add(Table, "open", $$"""{ "vpcId": "main", {{ToInternet}} }""")
        .Add(Association, "own", """{ "subnetId": "<unknown>", "routeTableId": "open" }""")).ShouldBe(
        ["Undetermined routes[0].gatewayId: app-a (app) -> 0.0.0.0/0 via igw by open: which subnet it is for is not known before the deployment"]);

    [Theory]
    [InlineData("\"egressOnlyGatewayId\": \"eigw-1\"", "app-a", null)]
    [InlineData("\"egressOnlyGatewayId\": \"eigw-1\"", "data-a", "egressOnlyGatewayId: data-a (data) -> ::/0 via a NAT or egress-only gateway by out")]
    [InlineData("\"gatewayId\": \"igw-0a1b\"", "app-a", "gatewayId: app-a (app) -> ::/0 via an internet gateway by out")]
    [InlineData("\"gatewayId\": \"vgw-0a1b\"", "app-a", null)]
    [InlineData("\"gatewayId\": \"local\"", "app-a", null)]
    [InlineData("\"transitGatewayId\": \"<unknown>\"", "data-a", null)]
    public void Each_kind_of_gateway_is_told_apart(string gateway, string subnet, string? expected) => Findings(RoutingCases.Placed
        .Add(Route, "out", $$"""{ "routeTableId": "{{subnet.Split('-')[0]}}", "destinationIpv6CidrBlock": "::/0", {{gateway}} }"""))
        .ShouldBe(expected is null ? [] : [$"Fail {expected}"]);

    private static List<string> Findings(SampleProgram program) =>
    [
        .. PolicyPack.Essential.Rules.Single(rule => rule.Id == "private-subnet-no-igw").Check(program.Graph())
            .Select(finding => $"{finding.Verdict} {finding.Property}: {finding.Message[(finding.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..]}"),
    ];
}
