using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Network;

/// <summary>What counts as a way out of a subnet whose machines call a service.</summary>
internal static class ClosedSubnetCases
{
    private const string Rule = "egress-without-nat";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Table = "aws:ec2/routeTable:RouteTable";
    private const string Association = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    private const string Route = "aws:ec2/route:Route";
    private const string Receiving = """{ "Statement": [{ "Effect": "Allow", "Action": "sqs:ReceiveMessage", "Resource": "*" }] }""";

    public static IEnumerable<RuleCase> All => [.. Ways, .. Places, .. Calls, .. Endpoints];

    private static IEnumerable<RuleCase> Ways =>
    [
        Passes(Rule, "a way through NAT to some addresses, whose service may be there",
            Routed("""{ "destinationCidrBlock": "198.51.100.0/24", "natGatewayId": "nat", """)),
        Passes(Rule, "a way for all addresses through another network",
            Routed("""{ "destinationCidrBlock": "0.0.0.0/0", "transitGatewayId": "tgw-1", """)),
        Passes(Rule, "a way for all IPv6 addresses through another network",
            Routed("""{ "destinationIpv6CidrBlock": "::/0", "transitGatewayId": "tgw-1", """)),
        Fails(Rule, "a way to one other network alone",
            Routed("""{ "destinationCidrBlock": "10.9.0.0/16", "transitGatewayId": "tgw-1", """)),
        IsOpen(Rule, "a way through another network, not known to which addresses",
            Routed("""{ "destinationCidrBlock": "<unknown>", "transitGatewayId": "tgw-1", """)),
        IsOpen(Rule, "a way through a gateway that is not known",
            Routed("""{ "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "<unknown>", """)),
        IsOpen(Rule, "a way of a table that is not known", Workers().Add(Route, "out",
            """{ "routeTableId": "<unknown>", "destinationCidrBlock": "0.0.0.0/0", "natGatewayId": "nat" }""")),
        IsOpen(Rule, "a table that is not known",
            Workers().Add(Association, "association", """{ "subnetId": "inner", "routeTableId": "<unknown>" }""")),
    ];

    private static IEnumerable<RuleCase> Places =>
    [
        Fails(Rule, "one of two subnets has a way out",
            Workers(places: "[\"inner\", \"outer\"]").Add(Subnet, "outer", """{ "vpcId": "main" }""").WithWayOut()),
        IsOpen(Rule, "one of two subnets has a way out, and which it is is not known", Workers(places: "[\"<unknown:inner:outer>\"]")
            .Add(Subnet, "outer", """{ "vpcId": "main" }""").WithWayOut(), "vpcZoneIdentifiers"),
        Passes(Rule, "both of two subnets have a way out",
            Workers(places: "[\"outer\"]").Add(Subnet, "outer", """{ "vpcId": "main" }""").WithWayOut()),
    ];

    private static IEnumerable<RuleCase> Calls =>
    [
        IsOpen(Rule, "what is called is not known", Workers("\"<unknown>\""), "policy"),
        Passes(Rule, "what is called is not known, and there is a way out",
            Workers("\"<unknown>\"", "[\"outer\"]").Add(Subnet, "outer", """{ "vpcId": "main" }""").WithWayOut()),
        Passes(Rule, "a document that is none", Workers("\"none\"")),
        Passes(Rule, "a call that is denied", Workers(Receiving.Replace("Allow", "Deny", StringComparison.Ordinal))),
    ];

    private static IEnumerable<RuleCase> Endpoints =>
    [
        Fails(Rule, "an endpoint in another network",
            Workers().Add("aws:ec2/vpc:Vpc", "other").Endpoint("other", "com.amazonaws.eu-central-1.sqs")),
        IsOpen(Rule, "an endpoint in one of two networks, whichever it is",
            Workers().Add("aws:ec2/vpc:Vpc", "other").Endpoint("<unknown:main:other>", "com.amazonaws.eu-central-1.sqs")),
        Passes(Rule, "an endpoint whose service is not known, beside the one that counts",
            Workers().Endpoint("main", "com.amazonaws.eu-central-1.sqs").Add("aws:ec2/vpcEndpoint:VpcEndpoint", "other",
                """{ "vpcId": "main", "serviceName": "<unknown>" }""")),
        Fails(Rule, "an endpoint of a service whose name ends alike", Workers().Endpoint("main", "com.amazonaws.eu-central-1.notsqs")),
    ];

    private static SampleProgram Routed(string way) => Workers().Add(Table, "table")
        .Add(Association, "association", """{ "subnetId": "inner", "routeTableId": "table" }""")
        .Add(Route, "out", way + "\"routeTableId\": \"table\" }");

    private static SampleProgram WithWayOut(this SampleProgram program) => program.Add(Table, "table")
        .Add(Association, "association", """{ "subnetId": "outer", "routeTableId": "table" }""")
        .Add(Route, "out", """{ "routeTableId": "table", "destinationCidrBlock": "0.0.0.0/0", "natGatewayId": "nat" }""");

    private static SampleProgram Endpoint(this SampleProgram program, string network, string service) =>
        program.Add("aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint", $$"""{ "vpcId": "{{network}}", "serviceName": "{{service}}" }""");

    internal static SampleProgram Workers(string document = Receiving, string places = "[\"inner\"]") => new SampleProgram()
        .Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.0.0.0/16" }""")
        .Add(Subnet, "inner", """{ "vpcId": "main", "cidrBlock": "10.0.0.0/24" }""")
        .Add("aws:iam/role:Role", "worker", """{ "name": "worker" }""")
        .Add("aws:iam/rolePolicy:RolePolicy", "jobs", $$"""{ "role": "worker", "policy": {{document}} }""")
        .Add("aws:iam/instanceProfile:InstanceProfile", "profile", """{ "name": "profile", "role": "worker" }""")
        .Add("aws:ec2/launchTemplate:LaunchTemplate", "template", """{ "iamInstanceProfile": { "name": "profile" } }""")
        .Add("aws:autoscaling/group:Group", "workers",
            $$"""{ "launchTemplate": { "id": "template" }, "vpcZoneIdentifiers": {{places}} }""");
}
