using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class PlaceFactCases
{
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-sg-description", Group,
            (Pass, "plain words", """{ "description": "Visitors (80, 443)" }"""), (Fail, "an apostrophe", """{ "description": "the web tier's door" }"""),
            (Undetermined, "not known", """{ "description": "<unknown>" }""")),
        .. Of("deploy-sg-name", Group,
            (Pass, "a word", """{ "name": "web" }"""), (Fail, "like an id", """{ "name": "sg-web" }"""),
            (Undetermined, "not known", """{ "name": "<unknown>" }""")),
        Passes("deploy-subnet-in-vpc", "inside", Subnets("10.40.1.0/24", "10.40.2.0/24")),
        Passes("deploy-subnet-in-vpc", "in a second block of the network", Subnets("10.40.1.0/24", "10.50.0.0/24")
            .Add("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "more", """{ "vpcId": "main", "cidrBlock": "10.50.0.0/16" }""")),
        Fails("deploy-subnet-in-vpc", "outside", Subnets("10.40.1.0/24", "10.41.0.0/24"), "cidrBlock"),
        Fails("deploy-subnet-in-vpc", "one over the other", Subnets("10.40.0.0/20", "10.40.2.0/24"), "cidrBlock"),
        IsOpen("deploy-subnet-in-vpc", "not known", Subnets("10.40.1.0/24", "<unknown>"), "cidrBlock"),
        .. Of("deploy-nat-address", "aws:ec2/natGateway:NatGateway",
            (Pass, "an address", """{ "allocationId": "<unknown>" }"""), (Pass, "private", """{ "connectivityType": "private" }"""),
            (Pass, "regional, with addresses of its own", """{ "availabilityMode": "regional" }"""),
            (Fail, "none", """{ "connectivityType": "public" }"""), (Fail, "private with one", """{ "connectivityType": "private", "allocationId": "eip" }"""),
            (Undetermined, "not known", """{ "connectivityType": "<unknown>" }""")),
        .. Of("deploy-endpoint-kind", "aws:ec2/vpcEndpoint:VpcEndpoint",
            (Pass, "a gateway", """{ "vpcEndpointType": "Gateway", "serviceName": "com.amazonaws.eu-central-1.s3", "routeTableIds": ["main"] }"""),
            (Fail, "a gateway to another service", """{ "vpcEndpointType": "Gateway", "serviceName": "com.amazonaws.eu-central-1.sqs" }"""),
            (Pass, "an interface", """{ "vpcEndpointType": "Interface", "subnetIds": ["a"] }"""),
            (Fail, "an interface nowhere", """{ "vpcEndpointType": "Interface" }"""), (Fail, "a gateway in a subnet", """{ "subnetIds": ["a"] }"""),
            (Undetermined, "not known", """{ "vpcEndpointType": "<unknown>" }""")),
        Passes("deploy-endpoint-kind", "an interface whose subnets are given apart", new SampleProgram()
            .Add("aws:ec2/vpcEndpoint:VpcEndpoint", "keys", """{ "vpcEndpointType": "Interface" }""")
            .Add("aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation", "keys-a", """{ "vpcEndpointId": "<unknown:keys>", "subnetId": "a" }""")),
        .. Of("deploy-flow-log-interval", "aws:ec2/flowLog:FlowLog",
            (Pass, "a minute", """{ "maxAggregationInterval": 60 }"""), (Fail, "five", """{ "maxAggregationInterval": 300 }"""),
            (Undetermined, "not known", """{ "maxAggregationInterval": "<unknown>" }""")),
        .. Of("deploy-alarm-period", Alarm,
            (Pass, "five minutes", """{ "period": 300, "statistic": "Sum" }"""), (Fail, "a minute and a half", """{ "period": 90 }"""),
            (Fail, "two statistics", """{ "statistic": "Sum", "extendedStatistic": "p99" }"""), (Undetermined, "not known", """{ "period": "<unknown>" }""")),
        .. Of("deploy-log-retention", "aws:cloudwatch/logGroup:LogGroup",
            (Pass, "a month", """{ "retentionInDays": 30 }"""), (Fail, "31 days", """{ "retentionInDays": 31 }"""),
            (Undetermined, "not known", """{ "retentionInDays": "<unknown>" }""")),
        .. Of("deploy-backup-lifecycle", "aws:backup/plan:Plan",
            (Pass, "four months", Lifecycle("""{ "coldStorageAfter": 30, "deleteAfter": 120 }""")),
            (Pass, "never cold", Lifecycle("""{ "deleteAfter": 35 }""")),
            (Fail, "too soon", Lifecycle("""{ "coldStorageAfter": 30, "deleteAfter": 60 }""")),
            (Fail, "too soon, in the copy",
                """{ "rules": [{ "ruleName": "daily", "targetVaultName": "vault", "copyActions": [{ "destinationVaultArn": "arn:v","""
                    + """ "lifecycle": { "coldStorageAfter": 1, "deleteAfter": 7 } }] }] }"""),
            (Fail, "half an hour to begin", """{ "rules": [{ "ruleName": "daily", "targetVaultName": "vault", "startWindow": 30 }] }"""),
            (Undetermined, "not known", Lifecycle("""{ "coldStorageAfter": "<unknown>", "deleteAfter": 60 }"""))),
        .. Of("deploy-vault-lock", "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
            (Pass, "never final", """{ "minRetentionDays": 7 }"""), (Fail, "tomorrow", """{ "changeableForDays": 1 }"""),
            (Undetermined, "not known", """{ "changeableForDays": "<unknown>" }""")),
    ];

    private static SampleProgram Subnets(string first, string second) => new SampleProgram()
        .Add("aws:ec2/vpc:Vpc", "main", """{ "cidrBlock": "10.40.0.0/16" }""")
        .Add(Subnet, "first", $$"""{ "vpcId": "main", "cidrBlock": "{{first}}" }""")
        .Add(Subnet, "second", $$"""{ "vpcId": "<unknown:main>", "cidrBlock": "{{second}}" }""");

    private static string Lifecycle(string lifecycle) =>
        $$"""{ "rules": [{ "ruleName": "daily", "targetVaultName": "vault", "lifecycle": {{lifecycle}} }] }""";
}
