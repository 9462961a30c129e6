using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class WindowFactCases
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string Cluster = "aws:docdb/cluster:Cluster";
    private const string Component = "aws:imagebuilder/component:Component";
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string Key = "aws:kms/key:Key";
    private const string Subnet = "aws:ec2/subnet:Subnet";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("deploy-cache-windows", Cache,
            (Pass, "an hour", """{ "snapshotWindow": "23:30-00:30", "maintenanceWindow": "Sun:23:30-Mon:00:30" }"""), (Pass, "whenever", "{}"),
            (Fail, "half an hour", """{ "snapshotWindow": "01:00-01:30" }"""),
            (Fail, "a day for a snapshot", """{ "snapshotWindow": "sun:01:00-sun:02:00" }"""),
            (Fail, "none for maintenance", """{ "maintenanceWindow": "03:00-04:00" }"""),
            (Undetermined, "not known", """{ "snapshotWindow": "<unknown>" }""")),
        .. Of("deploy-cache-windows", "aws:elasticache/cluster:Cluster", (Fail, "at 24 o'clock", """{ "snapshotWindow": "23:00-24:00" }""")),
        .. Of("deploy-db-windows", Cluster, (Fail, "a day for a backup", """{ "preferredBackupWindow": "sun:01:00-sun:02:00" }""")),
        .. Of("deploy-image-document", Component,
            (Pass, "a document", Step("1.0.2")), (Pass, "in a bucket", """{ "uri": "<unknown>", "version": "1.0.0" }"""), (Fail, "two numbers", Step("1.0")),
            (Fail, "a number too large", Step("1.0.1073741824")), (Fail, "a long one", $$"""{ "data": "{{new string('a', 16_001)}}" }"""),
            (Fail, "a dot in its name", Step("1.0.0", """, "name": "web.server" """)), (Undetermined, "not known", Step("<unknown>"))),
        .. Of("deploy-image-document", "aws:imagebuilder/imageRecipe:ImageRecipe",
            (Pass, "a recipe", """{ "name": "web", "version": "2026.11.3" }"""), (Fail, "a recipe of any version", """{ "version": "1.x.x" }""")),
        Passes("deploy-key-region", "of here", Encrypted("eu-central-1")),
        Passes("deploy-key-region", "whose region nobody says", new SampleProgram().Add(Key, "key")
            .Add(Cluster, "it", """{ "kmsKeyId": "<unknown:key>", "region": "eu-central-1" }""")),
        Passes("deploy-key-region", "by its alias", new SampleProgram().Add(Cluster, "it", """{ "kmsKeyId": "alias/orders", "region": "eu-central-1" }""")),
        Fails("deploy-key-region", "of elsewhere", Encrypted("us-east-1"), "kmsKeyId"),
        Fails("deploy-key-region", "of elsewhere, by its ARN", new SampleProgram().Add("aws:sqs/queue:Queue", "it",
            """{ "kmsMasterKeyId": "arn:aws:kms:us-east-1:123456789012:key/1", "region": "eu-central-1" }"""), "kmsMasterKeyId"),
        IsOpen("deploy-key-region", "of where it is not known", Encrypted("<unknown>")),
        Passes("deploy-lb-subnet-per-zone", "two zones", Zones("a", "b")),
        Passes("deploy-lb-subnet-per-zone", "two zones, as computed",
            Zones("a", "b", """{ "subnets": ["<unknown:first:second>", "<unknown:first:second>"] }""")),
        Passes("deploy-lb-subnet-per-zone", "one subnet", new SampleProgram().Add(Balancer, "it", """{ "subnets": ["subnet-1"] }""")),
        Fails("deploy-lb-subnet-per-zone", "one zone", Zones("a", "a"), "subnets"),
        Fails("deploy-lb-subnet-per-zone", "one zone, by mappings",
            Zones("a", "a", """{ "subnetMappings": [{ "subnetId": "first" }, { "subnetId": "second" }] }"""), "subnetMappings"),
        IsOpen("deploy-lb-subnet-per-zone", "not known", Zones("a", "<unknown>"), "subnets"),
        .. Of("deploy-cdn-methods", Distribution,
            (Fail, "keeping what was posted", """{ "defaultCacheBehavior": { "cachedMethods": ["GET", "HEAD", "POST"] } }"""),
            (Pass, "keeping what was read", """{ "defaultCacheBehavior": { "cachedMethods": ["HEAD", "GET"] } }""")),
        .. Of("deploy-waf-rate", "aws:wafv2/webAcl:WebAcl", (Pass, "ten requests", Limit(10)), (Fail, "nine requests", Limit(9))),
        .. Of("deploy-template-credits", "aws:ec2/instance:Instance",
            (Fail, "a machine of family C", """{ "instanceType": "c7g.large", "creditSpecification": { "cpuCredits": "standard" } }""")),
        .. Of("deploy-template-credits", "aws:ec2/launchTemplate:LaunchTemplate",
            (Fail, "a family that begins with T", """{ "instanceType": "trn1.2xlarge", "creditSpecification": { "cpuCredits": "standard" } }""")),
        Fails("deploy-dns-cname", "in capitals", new SampleProgram().Add("aws:route53/zone:Zone", "shop", """{ "name": "shop.example" }""")
            .Add("aws:route53/record:Record", "it", """{ "name": "Shop.Example", "type": "CNAME", "zoneId": "<unknown:shop>", "records": ["a"] }""")),
    ];

    private static string Step(string version, string more = "") => $$"""{ "data": "name: nginx", "version": "{{version}}"{{more}} }""";

    private static string Limit(int requests) =>
        $$"""{ "rules": [{ "name": "rate", "statement": { "rateBasedStatement": { "limit": {{requests}} } } }] }""";

    private static SampleProgram Encrypted(string region) => new SampleProgram().Add(Key, "key", $$"""{ "region": "{{region}}" }""")
        .Add(Cluster, "it", """{ "kmsKeyId": "<unknown:key>", "region": "eu-central-1" }""");

    private static SampleProgram Zones(string first, string second, string balancer = """{ "subnets": ["first", "second"] }""") => new SampleProgram()
        .Add(Subnet, "first", $$"""{ "availabilityZone": "{{first}}" }""").Add(Subnet, "second", $$"""{ "availabilityZone": "{{second}}" }""")
        .Add(Balancer, "it", balancer);
}
