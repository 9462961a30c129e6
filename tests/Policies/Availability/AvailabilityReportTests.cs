using Infra.Policies;

namespace Infra.Tests.Policies.Availability;

public sealed class AvailabilityReportTests
{
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Group = "aws:autoscaling/group:Group";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Database = "aws:rds/instance:Instance";
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string Member = "aws:rds/clusterInstance:ClusterInstance";
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";

    private static SampleProgram Zones => new SampleProgram()
        .Add(Subnet, "a", """{ "vpcId": "main", "availabilityZone": "z1" }""").Add(Subnet, "b", """{ "vpcId": "main", "availabilityZone": "z2" }""")
        .Add("aws:rds/subnetGroup:SubnetGroup", "both", """{ "subnetIds": ["a", "b"] }""")
        .Add("aws:elasticache/subnetGroup:SubnetGroup", "caches", """{ "subnetIds": ["a", "b"] }""");

    [Fact]
    public void What_is_in_two_zones_outlives_either()
    {
        var report = Report(Zones
            .Add(Balancer, "edge", """{ "subnets": ["a", "b"] }""")
            .Add(Group, "clones", """{ "minSize": 2, "vpcZoneIdentifiers": ["a", "b"] }""")
            .Add(Database, "orders", """{ "multiAz": true, "dbSubnetGroupName": "both" }""")
            .Add(Database, "orders-copy", """{ "replicateSourceDb": "orders", "dbSubnetGroupName": "both" }""")
            .Add(Cache, "sessions", """{ "numCacheClusters": 2, "automaticFailoverEnabled": true, "multiAzEnabled": true, "subnetGroupName": "caches" }""")
            .Add(Cluster, "catalog", """{ "dbSubnetGroupName": "both" }""")
            .Add(Member, "catalog-1", """{ "clusterIdentifier": "catalog" }""").Add(Member, "catalog-2", """{ "clusterIdentifier": "catalog" }"""));

        report.ShouldBe(["z1: nothing", "z2: nothing", "machines: nothing"]);
    }

    [Fact]
    public void What_is_in_one_zone_goes_with_it() => Report(Zones
        .Add(Balancer, "edge", """{ "subnets": ["a"] }""")
        .Add(Group, "clones", """{ "minSize": 2, "vpcZoneIdentifiers": ["b"] }""")).ShouldBe(
        [
            "z1: edge is in this zone only",
            "z2: clones is in this zone only",
            "machines: nothing",
        ]);

    [Fact]
    public void One_copy_goes_with_its_machine_and_with_whichever_zone_it_is_in() => Report(Zones
        .Add(Database, "orders", """{ "multiAz": false, "dbSubnetGroupName": "both" }""")).ShouldBe(
        [
            "z1: perhaps orders has one copy, which is in this zone or in z2",
            "z2: perhaps orders has one copy, which is in this zone or in z1",
            "machines: orders may have one machine only",
        ]);

    [Fact]
    public void One_copy_in_a_chosen_zone_goes_with_that_zone() => Report(Zones
        .Add(Database, "orders", """{ "availabilityZone": "z2", "dbSubnetGroupName": "both" }""")).ShouldBe(
        [
            "z1: nothing",
            "z2: orders is in this zone only",
            "machines: orders may have one machine only",
        ]);

    [Fact]
    public void Two_members_in_the_same_zone_are_no_help_when_it_is_lost() => Report(Zones
        .Add(Cluster, "catalog", """{ "dbSubnetGroupName": "both" }""")
        .Add(Member, "catalog-1", """{ "clusterIdentifier": "catalog", "availabilityZone": "z1" }""")
        .Add(Member, "catalog-2", """{ "clusterIdentifier": "catalog", "availabilityZone": "z1" }""")).ShouldBe(
        [
            "z1: catalog is in this zone only",
            "z2: nothing",
            "machines: nothing",
        ]);

    [Fact]
    public void A_cluster_that_waits_without_members_serves_nobody() =>
        Report(Zones.Add(Cluster, "catalog", """{ "dbSubnetGroupName": "both" }""")).ShouldBe(["z1: nothing", "z2: nothing", "machines: nothing"]);

    [Fact]
    public void A_cluster_of_one_goes_with_its_machine() => Report(Zones
        .Add(Cluster, "catalog", """{ "dbSubnetGroupName": "both" }""").Add(Member, "catalog-1", """{ "clusterIdentifier": "<unknown:catalog>" }"""))[^1]
        .ShouldBe("machines: catalog may have one machine only");

    [Theory]
    [InlineData("""{ "numCacheClusters": 2, "automaticFailoverEnabled": false, "subnetGroupName": "caches" }""")]
    [InlineData("""{ "numCacheClusters": 1, "automaticFailoverEnabled": true, "multiAzEnabled": true, "subnetGroupName": "caches" }""")]
    [InlineData("""{ "automaticFailoverEnabled": true, "multiAzEnabled": true, "subnetGroupName": "caches" }""")]
    public void A_cache_without_a_replica_to_fail_over_to_goes_with_its_machine(string json) =>
        Report(Zones.Add(Cache, "sessions", json))[^1].ShouldBe("machines: sessions may have one machine only");

    [Fact]
    public void A_cache_that_fails_over_within_its_zone_may_go_with_the_zone() => Report(Zones
        .Add(Cache, "sessions", """{ "replicasPerNodeGroup": 1, "automaticFailoverEnabled": true, "multiAzEnabled": false,"""
            + """ "subnetGroupName": "caches" }""")).ShouldBe(
        [
            "z1: perhaps sessions has one copy, which is in this zone or in z2",
            "z2: perhaps sessions has one copy, which is in this zone or in z1",
            "machines: nothing",
        ]);

    [Theory]
    [InlineData(0, "machines: clones may have no machine at all")]
    [InlineData(1, "machines: clones may have one machine only")]
    [InlineData(2, "machines: nothing")]
    public void A_group_may_shrink_to_its_smallest_size(int minSize, string expected) =>
        Report(Zones.Add(Group, "clones", $$"""{ "minSize": {{minSize}}, "vpcZoneIdentifiers": ["a", "b"] }"""))[^1].ShouldBe(expected);

    [Fact]
    public void A_machine_of_its_own_is_always_one() => Report(Zones.Add("aws:ec2/instance:Instance", "lone", """{ "subnetId": "a" }""")).ShouldBe(
        [
            "z1: lone is in this zone only",
            "z2: nothing",
            "machines: lone may have one machine only",
        ]);

    [Fact]
    public void Where_a_database_has_its_standby_is_not_known_before_it_is_known_whether_it_has_one() =>
        Report(new SampleProgram().Add(Database, "orders", """{ "availabilityZone": "z9", "multiAz": "<unknown>" }"""))[0]
            .ShouldBe("z9: perhaps orders is in this zone, and whether it is in another is not known");

    [Fact]
    public void The_zones_that_a_cluster_names_are_not_all_of_its_zones() => Report(new SampleProgram()
        .Add(Cluster, "catalog", """{ "availabilityZones": ["z1"], "dbSubnetGroupName": "elsewhere" }""")
        .Add(Member, "one", """{ "clusterIdentifier": "catalog" }""").Add(Member, "two", """{ "clusterIdentifier": "catalog" }"""))
        .ShouldBe(["machines: nothing"]);

    [Fact]
    public void A_machine_may_name_its_zone_itself() =>
        Report(new SampleProgram().Add("aws:ec2/instance:Instance", "lone", """{ "availabilityZone": "z3" }""")).ShouldBe(
            ["z3: lone is in this zone only", "machines: lone may have one machine only"]);

    [Fact]
    public void A_subnet_whose_gateway_is_in_another_zone_loses_its_way_out() => Report(Zones
        .Add("aws:ec2/natGateway:NatGateway", "nat", """{ "subnetId": "a" }""")
        .Add("aws:ec2/routeTable:RouteTable", "shared", """{ "vpcId": "main" }""")
        .Add("aws:ec2/route:Route", "out", """{ "routeTableId": "shared", "destinationCidrBlock": "0.0.0.0/0", "natGatewayId": "nat" }""")
        .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "a-table", """{ "routeTableId": "shared", "subnetId": "a" }""")
        .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "b-table", """{ "routeTableId": "shared", "subnetId": "b" }""")).ShouldBe(
        [
            "z1: b loses its way out, which is nat",
            "z2: nothing",
            "machines: nothing",
        ]);

    [Fact]
    public void A_gateway_in_a_subnet_whose_zone_is_not_known_may_be_lost_with_any_zone_or_none() => Report(Zones
        .Add("aws:ec2/routeTable:RouteTable", "own", """{ "vpcId": "main", "routes": [{ "cidrBlock": "0.0.0.0/0", "natGatewayId": "nat" }] }""")
        .Add("aws:ec2/natGateway:NatGateway", "nat", """{ "subnetId": "a" }""")
        .Add(Subnet, "c", """{ "vpcId": "main", "availabilityZone": "<unknown>" }""")
        .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "c-table", """{ "routeTableId": "own", "subnetId": "c" }""")).ShouldBe(
        [
            "z1: perhaps c loses its way out, which is nat",
            "z2: nothing",
            "machines: nothing",
        ]);

    [Fact]
    public void A_gateway_that_a_subnet_may_or_may_not_use_is_perhaps_its_way_out() => Report(Zones
        .Add("aws:ec2/natGateway:NatGateway", "nat", """{ "subnetId": "a" }""")
        .Add("aws:ec2/routeTable:RouteTable", "one", """{ "vpcId": "main", "routes": [{ "cidrBlock": "0.0.0.0/0", "natGatewayId": "nat" }] }""")
        .Add("aws:ec2/routeTable:RouteTable", "two", """{ "vpcId": "main" }""")
        .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "b-table", """{ "routeTableId": "<unknown:one:two>", "subnetId": "b" }"""))[0]
        .ShouldBe("z1: perhaps b loses its way out, which is nat");

    [Fact]
    public void An_endpoint_with_an_interface_in_one_zone_goes_with_it_and_one_without_interfaces_is_everywhere() => Report(Zones
        .Add("aws:ec2/vpcEndpoint:VpcEndpoint", "queues", """{ "vpcId": "main", "subnetIds": ["b"] }""")
        .Add("aws:ec2/vpcEndpoint:VpcEndpoint", "files", """{ "vpcId": "main", "vpcEndpointType": "Gateway" }""")).ShouldBe(
        [
            "z1: nothing",
            "z2: queues is in this zone only",
            "machines: nothing",
        ]);

    [Fact]
    public void A_zone_may_be_told_by_its_id() => Report(new SampleProgram()
        .Add(Subnet, "a", """{ "availabilityZoneId": "euc1-az2" }""").Add(Balancer, "edge", """{ "subnets": ["a"] }""")).ShouldBe(
        [
            "euc1-az2: edge is in this zone only",
            "machines: nothing",
        ]);

    [Fact]
    public void A_group_without_a_smallest_size_may_have_no_machine() =>
        Report(Zones.Add(Group, "clones", """{ "vpcZoneIdentifiers": ["a", "b"] }"""))[^1].ShouldBe("machines: clones may have no machine at all");

    [Fact]
    public void Members_of_which_one_chooses_no_zone_of_its_own_are_spread_by_the_cluster() => Report(Zones
        .Add(Cluster, "catalog", """{ "dbSubnetGroupName": "both" }""")
        .Add(Member, "catalog-1", """{ "clusterIdentifier": "catalog", "availabilityZone": "z1" }""")
        .Add(Member, "catalog-2", """{ "clusterIdentifier": "catalog" }""")).ShouldBe(["z1: nothing", "z2: nothing", "machines: nothing"]);

    [Fact]
    public void A_cache_of_which_something_is_not_known_is_not_said_to_survive()
    {
        const string whole = "\"numCacheClusters\": 2, \"automaticFailoverEnabled\": true, \"multiAzEnabled\": true";
        var doubts = new[] { "numCacheClusters", "automaticFailoverEnabled", "multiAzEnabled" }
            .Select(name => string.Join(", ", whole.Split(", ").Select(part => part.Contains(name) ? $"\"{name}\": \"<unknown>\"" : part)))
            .Select(json => Report(Zones.Add(Cache, "sessions", $$"""{ {{json}}, "subnetGroupName": "caches" }""")));

        doubts.ShouldAllBe(report => report[0] == "z1: perhaps sessions may be in this zone only: whether it moves to z2 is not known");
        doubts.Select(report => report[^1]).ShouldBe(
        [
            "machines: perhaps how many copies of sessions run is not known",
            "machines: perhaps how many copies of sessions run is not known",
            "machines: nothing",
        ]);
    }

    [Fact]
    public void What_stops_comes_in_one_order_and_says_how_to_keep_it()
    {
        var program = Zones.Add(Balancer, "edge", """{ "subnets": ["a"] }""")
            .Add(Database, "orders", """{ "multiAz": false, "availabilityZone": "z1", "dbSubnetGroupName": "both" }""")
            .Add(Group, "clones", """{ "minSize": 2, "vpcZoneIdentifiers": ["a"] }""");

        var stops = AvailabilityReport.Of(program.Graph()).Zones[0].Stops;

        stops.Select(stop => stop.Urn).ShouldBe(
            [SampleProgram.Urn(Group, "clones"), SampleProgram.Urn(Balancer, "edge"), SampleProgram.Urn(Database, "orders")]);
        stops.Select(stop => stop.Fix).ShouldBe(
            ["set minSize to 2 or more, in subnets of two zones", "give it a subnet in a second zone", "set multiAz to true"]);
    }

    [Fact]
    public void What_is_not_known_is_said_to_be() => Report(Zones
        .Add(Database, "orders", """{ "multiAz": "<unknown>", "dbSubnetGroupName": "both" }""")
        .Add(Group, "clones", """{ "minSize": "<unknown>", "vpcZoneIdentifiers": ["a", "<unknown>"] }""")).ShouldBe(
        [
            "z1: perhaps clones is in this zone, and whether it is in another is not known; perhaps orders may be in this zone only: "
                + "whether it moves to z2 is not known",
            "z2: perhaps orders may be in this zone only: whether it moves to z1 is not known",
            "machines: perhaps how many copies of clones run is not known; perhaps how many copies of orders run is not known",
        ]);

    private static List<string> Report(SampleProgram program)
    {
        var report = AvailabilityReport.Of(program.Graph());
        return [.. report.Zones.Select(loss => $"{loss.Zone}: {Text(loss.Stops)}"), $"machines: {Text(report.Instances)}"];
    }

    private static string Text(IReadOnlyList<Stop> stops) =>
        stops.Count == 0 ? "nothing" : string.Join("; ", stops.Select(stop => (stop.IsCertain ? "" : "perhaps ") + stop.Reason));
}
