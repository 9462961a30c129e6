using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Network;

internal static class CapacityCases
{
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Clones = "aws:autoscaling/group:Group";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Address = "aws:ec2/eip:Eip";
    private const string Nat = "aws:ec2/natGateway:NatGateway";
    private const string Targets = "aws:lb/targetGroup:TargetGroup";
    private const string Policy = "aws:autoscaling/policy:Policy";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("subnet-capacity", "room for all in two zones", Spread("10.0.0.0/27", "12")),
        Passes("subnet-capacity", "a few, wherever they are", Spread("<unknown>", "6")),
        Passes("subnet-capacity", "nobody", new SampleProgram().Add(Subnet, "a", """{ "cidrBlock": "10.0.0.0/28" }""")),
        Fails("subnet-capacity", "room for all in three zones only", Spread("10.0.0.0/28", "24"), "cidrBlock"),
        Fails("subnet-capacity", "machines and a load balancer", Spread("10.0.0.0/28", "12")
            .Add(Balancer, "edge", """{ "subnets": ["a", "b"] }"""), "cidrBlock"),
        IsOpen("subnet-capacity", "how many is not known", Spread("10.0.0.0/28", "\"<unknown>\"")),
        .. Egress,
        Passes("orphan-address", "of a NAT gateway", new SampleProgram().Add(Address, "eip").Add(Nat, "it", """{ "allocationId": "<unknown:eip>" }""")),
        Passes("orphan-address", "of a network load balancer", new SampleProgram().Add(Address, "eip")
            .Add(Balancer, "it", """{ "loadBalancerType": "network", "subnetMappings": [{ "subnetId": "a", "allocationId": "eip" }] }""")),
        Passes("orphan-address", "of a machine", new SampleProgram().Add(Address, "eip", """{ "instance": "<unknown>" }""")),
        Fails("orphan-address", "of nothing", new SampleProgram().Add(Address, "eip")),
        IsOpen("orphan-address", "this or another", new SampleProgram().Add(Address, "eip").Add(Address, "other")
            .Add(Nat, "it", """{ "allocationId": "<unknown:eip:other>" }""")),
        Passes("orphan-target-group", "forwarded to", Forwarded("""{ "defaultActions": [{ "type": "forward", "targetGroupArn": "<unknown:web>" }] }""")),
        Passes("orphan-target-group", "one of two weights",
            Forwarded("""{ "defaultActions": [{ "type": "forward", "forward": { "targetGroups": [{ "arn": "web", "weight": 1 }] } }] }""")),
        Passes("orphan-target-group", "for another stack", new SampleProgram().Add(Targets, "web", """{ "arn": "arn:web" }""")
            .Add("pulumi:pulumi:Stack", "shop", """{ "web": "arn:web" }""")),
        Fails("orphan-target-group", "filled and not asked", new SampleProgram().Add(Targets, "web", """{ "arn": "arn:web" }""")
            .Add(Clones, "it", """{ "targetGroupArns": ["arn:web"] }""")),
        Fails("orphan-target-group", "by its older token", new SampleProgram().Add("aws:alb/targetGroup:TargetGroup", "web")),
        IsOpen("orphan-target-group", "this or another", Forwarded("""{ "defaultActions": [{ "type": "forward", "targetGroupArn": "<unknown:web:other>" }] }""")
            .Add(Targets, "other")),
        Passes("scaling-policy-called", "by an alarm", Called("<unknown:steps>")),
        Passes("scaling-policy-called", "it tracks a target", new SampleProgram().Add(Policy, "it", """{ "policyType": "TargetTrackingScaling" }""")),
        Fails("scaling-policy-called", "by nobody", new SampleProgram().Add(Policy, "steps", """{ "policyType": "StepScaling" }""")),
        Fails("scaling-policy-called", "by nobody, and simple by default", new SampleProgram().Add(Policy, "steps")),
        Fails("scaling-policy-called", "by nobody, for a table", new SampleProgram()
            .Add("aws:appautoscaling/policy:Policy", "steps", """{ "policyType": "StepScaling" }""")),
        IsOpen("scaling-policy-called", "this or another", Called("<unknown:steps:other>").Add(Policy, "other")),
        IsOpen("scaling-policy-called", "not known", Called("<unknown>")),
    ];

    private static IEnumerable<RuleCase> Egress =>
    [
        Passes("egress-without-nat", "a way out", Closed().Add("aws:ec2/routeTable:RouteTable", "table")
            .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "association", """{ "subnetId": "inner", "routeTableId": "table" }""")
            .Add("aws:ec2/route:Route", "out", """{ "routeTableId": "table", "destinationCidrBlock": "0.0.0.0/0", "natGatewayId": "nat" }""")),
        Passes("egress-without-nat", "an endpoint", Closed()
            .Add("aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint", """{ "vpcId": "<unknown:main>", "serviceName": "com.amazonaws.eu-central-1.sqs" }""")),
        Passes("egress-without-nat", "a table of another stack", Closed()
            .Add("aws:ec2/routeTableAssociation:RouteTableAssociation", "association", """{ "subnetId": "inner", "routeTableId": "rtb-1" }""")),
        Passes("egress-without-nat", "nothing to call", Closed("ec2:DescribeTags")),
        Fails("egress-without-nat", "neither", Closed()),
        Fails("egress-without-nat", "an endpoint of something else", Closed()
            .Add("aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint", """{ "vpcId": "main", "serviceName": "com.amazonaws.eu-central-1.sns" }""")),
        IsOpen("egress-without-nat", "not known of what", Closed()
            .Add("aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint", """{ "vpcId": "main", "serviceName": "<unknown>" }""")),
    ];

    private static SampleProgram Spread(string block, string most) => new SampleProgram()
        .Add(Subnet, "a", $$"""{ "cidrBlock": "{{block}}", "availabilityZone": "eu-central-1a" }""")
        .Add(Subnet, "b", """{ "cidrBlock": "10.0.1.0/24", "availabilityZone": "eu-central-1b" }""")
        .Add(Subnet, "c", """{ "cidrBlock": "10.0.2.0/24", "availabilityZone": "eu-central-1c" }""")
        .Add(Clones, "app", $$"""{ "maxSize": {{most}}, "vpcZoneIdentifiers": ["a", "b", "c"] }""");

    private static SampleProgram Forwarded(string listener) => new SampleProgram().Add(Targets, "web").Add("aws:lb/listener:Listener", "it", listener);

    private static SampleProgram Called(string action) => new SampleProgram().Add(Policy, "steps", """{ "policyType": "StepScaling" }""")
        .Add("aws:cloudwatch/metricAlarm:MetricAlarm", "busy", $$"""{ "alarmActions": ["{{action}}"] }""");

    private static SampleProgram Closed(string action = "sqs:ReceiveMessage") => new SampleProgram()
        .Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.0.0.0/16" }""")
        .Add(Subnet, "inner", """{ "vpcId": "main", "cidrBlock": "10.0.0.0/24" }""")
        .Add("aws:iam/role:Role", "worker", """{ "name": "worker" }""")
        .Add("aws:iam/rolePolicy:RolePolicy", "jobs",
            $$"""{ "role": "worker", "policy": "{ \"Statement\": [{ \"Effect\": \"Allow\", \"Action\": \"{{action}}\", \"Resource\": \"*\" }] }" }""")
        .Add("aws:iam/instanceProfile:InstanceProfile", "profile", """{ "name": "profile", "role": "worker" }""")
        .Add("aws:ec2/launchTemplate:LaunchTemplate", "template", """{ "iamInstanceProfile": { "name": "profile" } }""")
        .Add(Clones, "workers", """{ "launchTemplate": { "id": "template" }, "vpcZoneIdentifiers": ["inner"] }""");
}
