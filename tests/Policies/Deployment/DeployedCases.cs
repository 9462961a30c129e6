using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

/// <summary>What previews of a deployed stack show beside what the program gives: outputs of the provider, and zeros for what was left out.</summary>
internal static class DeployedCases
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string Clones = "aws:autoscaling/group:Group";
    private const string Database = "aws:rds/instance:Instance";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-lb-subnets-once", Balancer, (Pass, "as it was deployed",
            """{ "subnets": ["a"], "subnetMappings": { "<computed>": [{ "subnetId": "a" }] } }""")),
        Passes("deploy-lb-subnet-per-zone", "in mappings, beside what is shown of the zones", new SampleProgram()
            .Add("aws:ec2/subnet:Subnet", "a1", """{ "availabilityZone": "eu-central-1a" }""")
            .Add("aws:ec2/subnet:Subnet", "a2", """{ "availabilityZone": "eu-central-1a" }""")
            .Add(Balancer, "edge", """{ "subnetMappings": [{ "subnetId": "a1" }], "subnets": { "<computed>": ["a2"] } }""")),
        .. Of("deploy-lb-fixed-addresses", Balancer, (Pass, "as it was deployed", """
            { "loadBalancerType": "application", "subnetMappings": [{ "subnetId": "a", "allocationId": "", "privateIpv4Address": "", "ipv6Address": "" }] }
            """)),
        .. Of("deploy-backup-lifecycle", "aws:backup/plan:Plan",
            (Pass, "as it was deployed", """{ "rules": [{ "ruleName": "daily", "lifecycle": { "coldStorageAfter": 0, "deleteAfter": 35 } }] }"""),
            (Pass, "never deleted, as it was deployed", """{ "rules": [{ "ruleName": "daily", "lifecycle": { "coldStorageAfter": 30, "deleteAfter": 0 } }] }""")),
        .. Of("deploy-db-speed", Database, (Pass, "as it was deployed", """
            {
              "engine": "mysql", "storageType": "gp3", "allocatedStorage": 100,
              "iops": { "<computed>": 3000 }, "storageThroughput": { "<computed>": 125 }
            }
            """)),
        .. Of("deploy-db-replica-fields", Database, (Pass, "as it was deployed",
            """{ "replicateSourceDb": "primary", "username": { "<computed>": "app" }, "dbName": { "<computed>": "app" } }""")),
        .. Of("deploy-cache-shards", Cache, (Pass, "as it was deployed", """{ "numNodeGroups": 1, "numCacheClusters": { "<computed>": 3 } }""")),
        .. Of("deploy-cache-failover", Cache, (Pass, "nine nodes in three shards, as it was deployed",
            """{ "automaticFailoverEnabled": true, "numNodeGroups": 3, "numCacheClusters": { "<computed>": 9 } }""")),
        .. Of("deploy-cache-secondary", Cache,
            (Pass, "the first, as it was deployed", """{ "nodeType": "cache.m7g.large", "globalReplicationGroupId": { "<computed>": "shop" } }"""),
            (Pass, "a follower, as it was deployed",
                """{ "globalReplicationGroupId": "shop", "nodeType": { "<computed>": "cache.m7g.large" }, "numNodeGroups": { "<computed>": 1 } }""")),
        .. Of("deploy-aurora-storage", "aws:rds/cluster:Cluster", (Pass, "as it was deployed",
            """{ "engine": "aurora-mysql", "allocatedStorage": { "<computed>": 1 }, "iops": { "<computed>": 0 } }""")),
        .. Of("deploy-cache-cluster", "aws:elasticache/cluster:Cluster", (Pass, "a node of a group, as it was deployed",
            """{ "replicationGroupId": "sessions", "engine": { "<computed>": "valkey" } }""")),
        .. Of("deploy-table-attributes", "aws:dynamodb/table:Table", (Pass, "an index without a second key, as it was deployed", """
            {
              "hashKey": "id", "attributes": [{ "name": "id", "type": "S" }, { "name": "mail", "type": "S" }],
              "globalSecondaryIndexes": [{ "name": "by-mail", "hashKey": "mail", "rangeKey": "", "projectionType": "ALL" }]
            }
            """)),
        .. Of("deploy-alarm-period", "aws:cloudwatch/metricAlarm:MetricAlarm", (Pass, "of a query, as it was deployed", """
            {
              "metricQueries": [{ "id": "rate", "period": 60 }], "period": { "<computed>": 0 },
              "statistic": { "<computed>": "" }, "extendedStatistic": { "<computed>": "" }
            }
            """)),
        .. Of("deploy-asg-desired", Clones, (Pass, "as scaling left it",
            """{ "minSize": 2, "maxSize": 6, "desiredCapacity": { "<computed>": 4 } }""")),
        .. Of("deploy-asg-sizes", Clones, (Pass, "fewer at most than there are",
            """{ "minSize": 2, "maxSize": 3, "desiredCapacity": { "<computed>": 4 } }""")),
        .. Of("deploy-waf-rate", "aws:wafv2/webAcl:WebAcl", (Fail, "no request",
            """{ "rules": [{ "name": "rate", "priority": 1, "statement": { "rateBasedStatement": { "limit": 0 } } }] }""")),
        .. Of("lambda-supported-runtime", "aws:lambda/function:Function", (Fail, "a server of 2023", """{ "runtime": "nodejs20.x" }""")),
        .. Of("deploy-cdn-bucket-domain", "aws:cloudfront/distribution:Distribution", (Pass, "a website without signatures",
            """{ "origins": [{ "domainName": "shop.s3-website.eu-central-1.amazonaws.com" }] }""")),
        Passes("deploy-asg-attached-once", "by an attachment, as it was deployed", new SampleProgram()
            .Add(Clones, "clones", """{ "minSize": 2, "targetGroupArns": { "<computed>": ["web"] } }""")
            .Add("aws:autoscaling/attachment:Attachment", "edge", """{ "autoscalingGroupName": "<unknown:clones>", "lbTargetGroupArn": "web" }""")),
        Passes("sg-single-rule-style", "a group that shows the rules of others", Read("80", "web")),
        Passes("tier-matrix-closed", "a rule that is there no longer, and still shown", Read("22", "bastion")),
        Passes("deploy-function-queue", "as it was deployed", new SampleProgram()
            .Add("aws:sqs/queue:Queue", "orders", """{ "visibilityTimeoutSeconds": 60 }""")
            .Add("aws:lambda/eventSourceMapping:EventSourceMapping", "jobs",
                """{ "eventSourceArn": "<unknown:orders>", "startingPosition": { "<computed>": "" } }""")),
        .. Of("deploy-queue-key-once", "aws:sqs/queue:Queue", (Pass, "as it was deployed",
            """{ "kmsMasterKeyId": { "<computed>": "" }, "sqsManagedSseEnabled": true }""")),
        .. Of("deploy-queue-key-once", "aws:sqs/queue:Queue",
            (Pass, "that had a key", """{ "kmsMasterKeyId": { "<computed>": "alias/aws/sqs" }, "sqsManagedSseEnabled": true }""")),
        .. Of("deploy-nat-address", "aws:ec2/natGateway:NatGateway",
            (Pass, "a private one, as it was deployed", """{ "connectivityType": "private", "allocationId": { "<computed>": "" } }"""),
            (Pass, "a regional one", """{ "availabilityMode": "regional", "vpcId": "main" }"""),
            (Fail, "a regional one with an address", """{ "availabilityMode": "regional", "allocationId": "eipalloc-1" }"""),
            (Fail, "a zonal one without", """{ "availabilityMode": "zonal" }"""),
            (Undetermined, "of one kind or the other", """{ "availabilityMode": "<unknown>" }""")),
        .. Of("deploy-role-inline-policies", "aws:iam/role:Role", (Pass, "of which the provider shows what others wrote",
            $$"""{ "assumeRolePolicy": "{}", "inlinePolicies": { "<computed>": [{ "name": "jobs", "policy": "{{new string('x', 10_241)}}" }] } }""")),
        .. Of("deploy-image-component", "aws:imagebuilder/component:Component",
            (Pass, "from elsewhere, as it was deployed", """{ "uri": "s3://shop/nginx.yml", "data": { "<computed>": "name: nginx" } }""")),
        .. Of("deploy-table-capacity", "aws:dynamodb/table:Table", (Pass, "on demand from now on",
            """{ "billingMode": "PAY_PER_REQUEST", "readCapacity": { "<computed>": 5 }, "writeCapacity": { "<computed>": 5 } }""")),
        .. Of("deploy-lb-name", "aws:lb/targetGroup:TargetGroup", (Pass, "what only balancers may not be called", """{ "name": "internal-web" }""")),
        .. Of("deploy-cdn-limits", "aws:cloudfront/distribution:Distribution",
            (Pass, "an origin that takes longer than the quota at first", Origin("180")), (Fail, "an origin without time", Origin("-1"))),
        .. Of("rds-tls-required", "aws:rds/parameterGroup:ParameterGroup",
            (Pass, "a MariaDB that demands it", """{ "family": "mariadb11.8" }"""), (Pass, "a later one", """{ "family": "mariadb11.10" }"""), (Fail, "one that does not", """{ "family": "mariadb11.4" }""")),
        .. Of("asg-elb-health-check", "aws:autoscaling/group:Group",
            (Pass, "and disks", """{ "targetGroupArns": ["web"], "healthCheckType": "ELB,EBS" }"""),
            (Fail, "disks alone", """{ "targetGroupArns": ["web"], "healthCheckType": "EBS" }""")),
        .. Of("lambda-supported-runtime", "aws:lambda/function:Function", (Fail, "a snake of old", """{ "runtime": "python3.8" }"""),
            (Fail, "Linux as it was in 2018", """{ "runtime": "provided" }""")),
        Passes("deploy-log-key", "admitted by a policy of its own", OwnPolicy("logs.eu-central-1.amazonaws.com")),
        Passes("deploy-log-key", "admitted with everyone", OwnPolicy("*", "AWS")),
        Fails("deploy-log-key", "shut out by a policy of its own", OwnPolicy("sns.amazonaws.com"), "policy"),
    ];

    private static SampleProgram Read(string port, string name) => SampleProgram.Platform().Without(name).Add("aws:ec2/securityGroup:SecurityGroup", name, $$"""
        {
          "vpcId": "vpc-1", "tags": { "Environment": "dev", "Owner": "shop", "infra:tier": "{{name}}" },
          "ingress": { "<computed>": [{ "protocol": "tcp", "fromPort": {{port}}, "toPort": {{port}}, "cidrBlocks": ["0.0.0.0/0"] }] }
        }
        """);

    private static string Origin(string seconds) => $$"""
        { "origins": [{ "originId": "edge", "domainName": "edge.example.com", "customOriginConfig": { "originReadTimeout": {{seconds}} } }] }
        """;

    private static SampleProgram OwnPolicy(string name, string kind = "Service") => new SampleProgram().Add("aws:kms/key:Key", "key")
        .Add("aws:kms/keyPolicy:KeyPolicy", "admits", $$"""
            {
              "keyId": "<unknown:key>",
              "policy": "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"{{kind}}\": \"{{name}}\"}, \"Action\": [\"kms:Encrypt\", \"kms:Decrypt\", \"kms:GenerateDataKey*\"], \"Resource\": \"*\"}]}"
            }
            """)
        .Add("aws:cloudwatch/logGroup:LogGroup", "logs", """{ "region": "eu-central-1", "kmsKeyId": "<unknown:key>" }""");
}
