using Infra.Components;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Networking;

public sealed class NetworkTests
{
    private static readonly NetworkArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Cidr = Cidr.Parse("10.20.0.0/16"),
        Zones = ["a", "b", "c"],
        Nat = NatStrategy.PerZone,
        FlowLogDays = 30,
    };

    [Fact]
    public async Task No_subnet_hands_out_public_addresses_and_each_says_its_tier()
    {
        var plan = await Plan.Of(() => _ = new Network("main", Args));

        var subnets = plan.Some("aws:ec2/subnet:Subnet");
        subnets.Select(subnet => (subnet.Name, subnet.Text("tags.infra:tier"), subnet.Text("availabilityZone"), subnet.Flag("mapPublicIpOnLaunch"))).ShouldBe(
        [
            ("main-app-a", "app", "eu-central-1a", false), ("main-app-b", "app", "eu-central-1b", false), ("main-app-c", "app", "eu-central-1c", false),
            ("main-public-a", "public", "eu-central-1a", false), ("main-public-b", "public", "eu-central-1b", false),
            ("main-public-c", "public", "eu-central-1c", false),
            ("main-data-a", "data", "eu-central-1a", false), ("main-data-b", "data", "eu-central-1b", false), ("main-data-c", "data", "eu-central-1c", false),
        ]);
    }

    [Fact]
    public async Task The_default_security_group_is_adopted_and_empty()
    {
        var group = (await Plan.Of(() => _ = new Network("main", Args))).One("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");

        group.Inputs.Keys.ShouldContain("ingress");
        group.Inputs.Keys.ShouldContain("egress");
        group.List("ingress").ShouldBeEmpty();
        group.List("egress").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(NatStrategy.None, "")]
    [InlineData(NatStrategy.Shared, "nat-a-ports main-nat-a-id")]
    [InlineData(NatStrategy.PerZone, "nat-a-ports main-nat-a-id, nat-b-ports main-nat-b-id, nat-c-ports main-nat-c-id")]
    public async Task A_gateway_without_ports_is_told(NatStrategy nat, string alarms)
    {
        var told = new List<string>();
        await Plan.Of(() => Output.Create(new Network("main", Args with { Nat = nat }).Telemetry.Alarms)
            .Apply(each => Output.All(each.Select(alarm => ((Metric)alarm.Measure).Dimensions["NatGatewayId"].Apply(id => $"{alarm.Key} {id}"))))
            .Apply(each => { told.AddRange(each); return each; }));

        string.Join(", ", told).ShouldBe(alarms);
    }

    [Theory]
    [InlineData(NatStrategy.None, "", "")]
    [InlineData(NatStrategy.Shared, "main-nat-a", "a: main-nat-a-id, b: main-nat-a-id, c: main-nat-a-id")]
    [InlineData(NatStrategy.PerZone, "main-nat-a, main-nat-b, main-nat-c", "a: main-nat-a-id, b: main-nat-b-id, c: main-nat-c-id")]
    public async Task App_subnets_leave_through_the_gateways_of_the_strategy(NatStrategy nat, string gateways, string routes)
    {
        var plan = await Plan.Of(() => _ = new Network("main", Args with { Nat = nat }));

        string.Join(", ", plan.All("aws:ec2/natGateway:NatGateway").Select(gateway => gateway.Name)).ShouldBe(gateways);
        string.Join(", ", plan.All("aws:ec2/eip:Eip").Select(address => address.Name)).ShouldBe(gateways);
        string.Join(", ", plan.All("aws:ec2/route:Route").Where(route => route.Text("natGatewayId") is not null)
            .Select(route => $"{route.Text("routeTableId")!["main-app-".Length]}: {route.Text("natGatewayId")}")).ShouldBe(routes);
    }

    [Fact]
    public async Task Only_public_subnets_are_routed_to_the_internet_and_data_subnets_nowhere()
    {
        var plan = await Plan.Of(() => _ = new Network("main", Args));
        var tableOf = plan.Some("aws:ec2/routeTableAssociation:RouteTableAssociation")
            .ToDictionary(pair => pair.Text("subnetId")!, pair => pair.Text("routeTableId")!);
        var routes = plan.Some("aws:ec2/route:Route").ToLookup(route => route.Text("routeTableId")!);

        tableOf.Count.ShouldBe(9);
        tableOf.Where(pair => routes[pair.Value].Any(route => route.Text("gatewayId") is not null)).Select(pair => pair.Key)
            .ShouldBe(["main-public-a-id", "main-public-b-id", "main-public-c-id"]);
        tableOf.Where(pair => !routes[pair.Value].Any()).Select(pair => pair.Key)
            .ShouldBe(["main-data-a-id", "main-data-b-id", "main-data-c-id"]);
    }

    [Fact]
    public async Task Private_subnets_reach_s3_and_dynamodb_without_a_gateway()
    {
        var plan = await Plan.Of(() => _ = new Network("main", Args));

        var endpoints = plan.Some("aws:ec2/vpcEndpoint:VpcEndpoint");
        endpoints.Select(endpoint => endpoint.Text("serviceName")).ShouldBe(["com.amazonaws.eu-central-1.dynamodb", "com.amazonaws.eu-central-1.s3"]);
        endpoints.ShouldAllBe(endpoint => endpoint.Text("vpcEndpointType") == "Gateway");
        endpoints[0].List("routeTableIds").ShouldBe(["main-data-id", "main-app-a-id", "main-app-b-id", "main-app-c-id"]);
    }

    [Fact]
    public async Task Flow_logs_record_everything_under_a_role_that_only_they_can_take()
    {
        var plan = await Plan.Of(() => _ = new Network("main", Args));

        var log = plan.One("aws:ec2/flowLog:FlowLog");
        log.Text("vpcId").ShouldBe("main-vpc-id");
        log.Text("trafficType").ShouldBe("ALL");
        log.Text("logDestination").ShouldBe("arn:aws:mock:::main-flow-logs");
        plan.One("aws:cloudwatch/logGroup:LogGroup").Number("retentionInDays").ShouldBe(30);
        plan.One("aws:iam/role:Role").Text("assumeRolePolicy")!.ShouldContain("\"aws:SourceAccount\":\"123456789012\"");
        plan.One("aws:iam/rolePolicy:RolePolicy").Text("policy")!.ShouldContain(
            """
            "Action":["logs:CreateLogStream","logs:DescribeLogStreams","logs:PutLogEvents"],"Resource":["arn:aws:mock:::main-flow-logs","arn:aws:mock:::main-flow-logs:*"]
            """);
    }

    [Theory]
    [InlineData(NatStrategy.Shared)]
    [InlineData(NatStrategy.PerZone)]
    public async Task Adding_a_zone_changes_no_subnet_and_no_urn(NatStrategy nat)
    {
        var before = await Plan.Of(() => _ = new Network("main", Args with { Nat = nat, Zones = ["a", "b"] }));
        var after = await Plan.Of(() => _ = new Network("main", Args with { Nat = nat, Zones = ["a", "b", "c"] }));

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
        Subnets(before).Except(Subnets(after)).ShouldBeEmpty();

        static IEnumerable<string> Subnets(Plan plan) =>
            plan.Some("aws:ec2/subnet:Subnet")
                .Select(subnet => $"{subnet.Name} {subnet.Text("cidrBlock")} {subnet.Text("availabilityZone")}");
    }

    [Fact]
    public async Task Public_and_app_subnets_have_ipv6_and_data_subnets_have_none()
    {
        var plan = await Plan.Of(() => _ = new Network("main", Args));

        plan.One("aws:ec2/vpc:Vpc").Flag("assignGeneratedIpv6CidrBlock").ShouldBe(true);
        plan.Some("aws:ec2/subnet:Subnet").Where(subnet => subnet.Text("ipv6CidrBlock") is not null)
            .Select(subnet => $"{subnet.Name} {subnet.Text("ipv6CidrBlock")}").ShouldBe(
            [
                "main-app-a 2001:db8:0:100::/64", "main-app-b 2001:db8:0:108::/64", "main-app-c 2001:db8:0:110::/64",
                "main-public-a 2001:db8:0:104::/64", "main-public-b 2001:db8:0:10c::/64", "main-public-c 2001:db8:0:114::/64",
            ]);
        plan.Some("aws:ec2/subnet:Subnet").ShouldAllBe(subnet => subnet.Flag("assignIpv6AddressOnCreation") == false);
    }

    [Fact]
    public async Task App_subnets_go_out_by_ipv6_through_a_gateway_that_nobody_comes_in_by()
    {
        var plan = await Plan.Of(() => _ = new Network("main", Args));

        plan.Some("aws:ec2/route:Route").Where(route => route.Text("destinationIpv6CidrBlock") == "::/0")
            .Select(route => $"{route.Text("routeTableId")} {route.Text("gatewayId")}{route.Text("egressOnlyGatewayId")}")
            .Order(StringComparer.Ordinal).ShouldBe(
            [
                "main-app-a-id main-egress-only-id", "main-app-b-id main-egress-only-id", "main-app-c-id main-egress-only-id",
                "main-public-id main-internet-id",
            ]);
    }

    [Fact]
    public async Task Without_nat_there_is_no_way_out_by_ipv6_either()
    {
        var plan = await Plan.Of(() => _ = new Network("main", Args with { Nat = NatStrategy.None }));

        plan.All("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway").ShouldBeEmpty();
        plan.All("aws:ec2/route:Route").ShouldAllBe(route => route.Text("routeTableId") == "main-public-id");
    }

    [Fact]
    public async Task A_subnet_comes_under_its_acl_when_that_is_complete_and_the_default_one_is_closed_last()
    {
        var plan = await Plan.Of(() => _ = new Network("main", Args));
        var rules = plan.Some("aws:ec2/networkAclRule:NetworkAclRule");

        var associations = plan.Some("aws:ec2/networkAclAssociation:NetworkAclAssociation");
        associations.Select(association => $"{association.Text("subnetId")} {association.Text("networkAclId")}").ShouldContain("main-data-b-id main-data-id");
        associations.Count.ShouldBe(9);
        foreach (var association in associations)
            association.DependsOn.ShouldBe(
                rules.Where(rule => rule.Text("networkAclId") == association.Text("networkAclId")).Select(rule => rule.Name),
                ignoreOrder: true);
        var closed = plan.One("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl");
        closed.DependsOn.ShouldBe(associations.Select(association => association.Name), ignoreOrder: true);
        (closed.Inputs.ContainsKey("ingress"), closed.Inputs.ContainsKey("egress")).ShouldBe((false, false));
    }

    [Fact]
    public async Task A_line_of_an_acl_allows_one_protocol_and_one_block()
    {
        var rules = (await Plan.Of(() => _ = new Network("main", Args with { AdminRanges = [Cidr.Parse("10.250.0.0/24")] })))
            .Some("aws:ec2/networkAclRule:NetworkAclRule");

        rules.ShouldAllBe(rule => rule.Text("ruleAction") == "allow" && (rule.Text("cidrBlock") == null) != (rule.Text("ipv6CidrBlock") == null));
        var admin = rules.Single(rule => rule.Name == "main-app-admin-10.250.0.0-24-ingress");
        (admin.Text("protocol"), admin.Number("fromPort"), admin.Number("toPort"), admin.Flag("egress")).ShouldBe(("tcp", 22, 22, false));
        var tooBig = rules.Single(rule => rule.Name == "main-public-too-big-ipv6-ingress");
        (tooBig.Text("protocol"), tooBig.Number("icmpType"), tooBig.Number("icmpCode"), tooBig.Text("ipv6CidrBlock")).ShouldBe(("58", 2, 0, "::/0"));
    }

    [Fact]
    public async Task Every_problem_of_a_network_is_told_at_once_with_those_of_its_flow_logs() =>
        (await Plan.ErrorOf(() => _ = new Network("main-network-with-a-name-that-is-far-too-long-for-a-role", Args with
        {
            Cidr = Cidr.Parse("10.0.0.0/24"),
            Zones = ["a", "z"],
            FlowLogDays = 31,
        }))).ShouldBe(
            """
            Network 'main-network-with-a-name-that-is-far-too-long-for-a-role' cannot be built:
              - 10.0.0.0/24 is too small: its tiers in up to 8 zones need /21 or larger, so that each public subnet has room for a load balancer (/27).
              - 'z' is not the letter of a zone; allowed are a to h.
              - Flow logs are to be kept 31 days; CloudWatch Logs allows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653.
              - The name 'main-network-with-a-name-that-is-far-too-long-for-a-role-flow-logs' of the role has 66 characters; allowed are 56, because AWS takes 64 and the provider adds 8. Give the component a shorter name.
            """);

    [Fact]
    public async Task More_admin_ranges_than_an_acl_takes_are_refused() =>
        (await Plan.ErrorOf(() => _ = new Network("main", Args with { AdminRanges = [.. Cidr.Parse("10.250.0.0/16").Split(8).Take(15)] }))).ShouldBe(
            """
            Network 'main' cannot be built:
              - The network ACL of the app subnets would hold 21 ingress rules of IPv4; AWS's quota is 20. Join address ranges of administrators, partners or neighbours.
            """);
}
