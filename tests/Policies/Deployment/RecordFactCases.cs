using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Deployment;

internal static class RecordFactCases
{
    private const string Record = "aws:route53/record:Record";
    private const string Check = "aws:route53/healthCheck:HealthCheck";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Bucket = "aws:s3/bucket:Bucket";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("deploy-dns-one-policy", "shares", Routed(Weighted("a"), Weighted("b"))),
        Fails("deploy-dns-one-policy", "one identifier", Routed(Weighted("a"), Weighted("a")), "setIdentifier"),
        Fails("deploy-dns-one-policy", "two policies", Routed(Weighted("a"), Nearest("b")), "name"),
        Fails("deploy-dns-one-policy", "one region", Routed(Nearest("a"), Nearest("b")), "setIdentifier"),
        IsOpen("deploy-dns-one-policy", "not known", Routed(Weighted("a"), Weighted("<unknown>"))),
        .. Of("deploy-dns-one-policy", Record, (Fail, "a weight of 256", """{ "name": "www", "type": "A", "weightedRoutingPolicies": [{ "weight": 256 }] }""")),
        Passes("deploy-dns-cname", "below", Canonical("www.example.com", "\"a.example.org\"")),
        Fails("deploy-dns-cname", "at the zone's own name", Canonical("example.com", "\"a.example.org\""), "name"),
        Fails("deploy-dns-cname", "two values", Canonical("www.example.com", "\"a.example.org\", \"b.example.org\""), "records"),
        IsOpen("deploy-dns-cname", "not known", Canonical("<unknown>", "\"a.example.org\""), "name"),
        .. Of("deploy-dns-cdn-health", Record,
            (Pass, "of a balancer", Alias("edge.eu-central-1.elb.amazonaws.com", "Z215JYRZR1TBD5")),
            (Fail, "of a distribution", Alias("d1.cloudfront.net", "Z2FDTNDATAQYW2")),
            (Undetermined, "not known", Alias("<unknown>", "<unknown>"))),
        .. Of("deploy-dns-subdivision", Record,
            (Pass, "of a country", Place("\"country\": \"US\", \"subdivision\": \"CA\"")), (Fail, "of none", Place("\"subdivision\": \"CA\"")),
            (Undetermined, "not known", """{ "geolocationRoutingPolicies": "<unknown>" }""")),
        .. Of("deploy-dns-health-check", Check,
            (Fail, "from two places", """{ "type": "HTTPS", "fqdn": "example.com", "regions": ["eu-west-1", "us-east-1"] }"""),
            (Fail, "of a private address", """{ "type": "HTTPS", "ipAddress": "10.0.0.1" }"""),
            (Fail, "of 257 others", """{ "type": "CALCULATED","""
                + $$""" "childHealthchecks": [{{string.Join(", ", Enumerable.Range(0, 257).Select(number => $"\"{number}\""))}}] }""")),
        .. Of("deploy-dns-check-off", Check, (Pass, "on", """{ "type": "HTTPS" }"""), (Fail, "off", """{ "disabled": true }"""),
            (Undetermined, "not known", """{ "disabled": "<unknown>" }""")),
        .. Of("deploy-alarm-region", Alarm,
            (Pass, "Virginia", """{ "namespace": "AWS/CloudFront", "region": "us-east-1" }"""),
            (Fail, "Frankfurt", """{ "namespace": "AWS/CloudFront", "region": "eu-central-1" }"""),
            (Fail, "Frankfurt, as the provider says", """{ "namespace": "AWS/CloudFront", "region": { "<computed>": "eu-central-1" } }"""),
            (Undetermined, "not known", """{ "namespace": "<unknown>", "region": "eu-central-1" }""")),
        .. Of("deploy-alarm-balancer", Alarm,
            (Pass, "by its suffix", Watch("app/edge/1")), (Fail, "by its name", Watch("edge")), (Undetermined, "not known", Watch("<unknown>"))),
        Passes("deploy-log-key", "admitted", Logged("logs.eu-central-1.amazonaws.com")),
        Fails("deploy-log-key", "shut out", Logged("sns.amazonaws.com"), "policy"),
        IsOpen("deploy-log-key", "not known", new SampleProgram().Add("aws:kms/key:Key", "key",
            """{ "policy": "<unknown>" }""").Add("aws:cloudwatch/logGroup:LogGroup", "logs", """{ "kmsKeyId": "<unknown:key>" }"""), "policy"),
        .. Of("deploy-backup-continuous", "aws:backup/plan:Plan",
            (Pass, "a month", Continuous("30")), (Fail, "a quarter", Continuous("90")), (Undetermined, "not known", Continuous("\"<unknown>\""))),
        .. Of("deploy-image-component", "aws:imagebuilder/component:Component",
            (Pass, "inline", """{ "data": "name: nginx" }"""), (Fail, "both", """{ "data": "name: nginx", "uri": "s3://shop/nginx.yml" }"""),
            (Fail, "neither", """{ "version": "1.0.0" }""")),
        .. Of("deploy-bucket-name", Bucket,
            (Pass, "a word", """{ "bucket": "shop-logs" }"""), (Fail, "a capital letter", """{ "bucket": "Shop-logs" }"""),
            (Fail, "two letters", """{ "bucket": "ab" }"""),
            (Undetermined, "not known", """{ "bucket": "<unknown>" }""")),
        Passes("deploy-bucket-replication", "with versions", Copied("Enabled")),
        Fails("deploy-bucket-replication", "suspended", Copied("Suspended"), "versioningConfiguration.status"),
        Fails("deploy-bucket-replication", "without", Copied("Enabled").Without("versions"), "bucket"),
        Passes("deploy-bucket-replication", "by the bucket itself", CopiedFrom("""{ "bucket": "shop-site", "versioning": { "enabled": true } }""")),
        Passes("deploy-bucket-replication", "by object lock", CopiedFrom("""{ "bucket": "shop-site", "objectLockEnabled": true }""")),
        IsOpen("deploy-bucket-replication", "not known", Copied("<unknown>")),
        Passes("deploy-bucket-acl", "allowed", Listed("ObjectWriter")), Fails("deploy-bucket-acl", "not allowed", Listed("BucketOwnerEnforced"), "bucket"),
        Fails("deploy-bucket-acl", "by default", Listed("ObjectWriter").Without("ownership"), "bucket"),
        IsOpen("deploy-bucket-acl", "not known", Listed("<unknown>")),
    ];

    private static SampleProgram Routed(string first, string second) => new SampleProgram().Add("aws:route53/zone:Zone", "zone",
        """{ "name": "example.com" }""")
        .Add(Record, "first", $$"""{ "zoneId": "<unknown:zone>", "name": "www", "type": "A", {{first}} }""")
        .Add(Record, "second", $$"""{ "zoneId": "<unknown:zone>", "name": "www", "type": "A", {{second}} }""");

    private static string Weighted(string identifier) => $$"""
        "setIdentifier": "{{identifier}}", "weightedRoutingPolicies": [{ "weight": 1 }]
        """;

    private static string Nearest(string identifier) => $$"""
        "setIdentifier": "{{identifier}}", "latencyRoutingPolicies": [{ "region": "eu-central-1" }]
        """;

    private static SampleProgram Canonical(string name, string values) => new SampleProgram().Add("aws:route53/zone:Zone", "zone",
        """{ "name": "example.com" }""")
        .Add(Record, "record", $$"""{ "zoneId": "<unknown:zone>", "name": "{{name}}", "type": "CNAME", "records": [{{values}}] }""");

    private static string Alias(string name, string zone) =>
        $$"""{ "aliases": [{ "name": "{{name}}", "zoneId": "{{zone}}", "evaluateTargetHealth": true }] }""";

    private static string Place(string place) => $$"""{ "geolocationRoutingPolicies": [{ {{place}} }] }""";

    private static string Watch(string balancer) => $$"""{ "namespace": "AWS/ApplicationELB", "dimensions": { "LoadBalancer": "{{balancer}}" } }""";

    private static SampleProgram Logged(string service) => new SampleProgram()
        .Add("aws:kms/key:Key", "key", $$"""
        { "policy": "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"{{service}}\"}, \"Action\": [\"kms:Encrypt\", \"kms:Decrypt\", \"kms:GenerateDataKey*\"], \"Resource\": \"*\"}]}" }
        """).Add("aws:cloudwatch/logGroup:LogGroup", "logs", """{ "region": "eu-central-1", "kmsKeyId": "<unknown:key>" }""");

    private static string Continuous(string days) => $$"""
        { "rules": [{ "ruleName": "daily", "targetVaultName": "vault", "enableContinuousBackup": true, "lifecycle": { "deleteAfter": {{days}} } }] }
        """;

    private static SampleProgram Copied(string status) => CopiedFrom("""{ "bucket": "shop-site" }""")
        .Add("aws:s3/bucketVersioning:BucketVersioning", "versions", $$"""{ "bucket": "site", "versioningConfiguration": { "status": "{{status}}" } }""");

    private static SampleProgram CopiedFrom(string bucket) => new SampleProgram().Add(Bucket, "site", bucket)
        .Add("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "copies", """{ "bucket": "<unknown:site>" }""");

    private static SampleProgram Listed(string ownership) => new SampleProgram().Add(Bucket, "site", """{ "bucket": "shop-site" }""")
        .Add("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "ownership",
            $$"""{ "bucket": "site", "rule": { "objectOwnership": "{{ownership}}" } }""")
        .Add("aws:s3/bucketAcl:BucketAcl", "lists", """{ "bucket": "<unknown:site>", "acl": "private" }""");
}
