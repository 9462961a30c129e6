using Infra.Rpc.Messages;
using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Governance;

internal static class GovernanceCases
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Role = "aws:iam/role:Role";
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string Database = "aws:rds/instance:Instance";
    private const string Parameter = "aws:ssm/parameter:Parameter";
    private const string Secret = "aws:secretsmanager/secret:Secret";
    private const string Logs = "aws:cloudwatch/logGroup:LogGroup";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("required-tags", Queue,
            (Pass, "both", """{ "tags": { "Environment": "prod", "Owner": "shop" } }"""),
            (Pass, "in small letters", """{ "tags": { "environment": "prod", "owner": "shop" } }"""),
            (Pass, "by the provider's defaults", """{ "tagsAll": { "Environment": "prod", "Owner": "shop" } }"""),
            (Pass, "what they are is not known", """{ "tags": { "Environment": "<unknown>", "Owner": "<unknown>" } }"""),
            (Pass, "nothing that can have any", "{}"),
            (Fail, "one", """{ "tags": { "Environment": "prod" } }"""), (Fail, "none", """{ "tagsAll": {} }"""),
            (Undetermined, "not known", """{ "tags": "<unknown>" }"""),
            (Undetermined, "the defaults are not known", """{ "tags": { "Environment": "prod" }, "tagsAll": "<unknown>" }""")),
        .. Of("required-tags", "aws:autoscaling/group:Group",
            (Pass, "a list", Listed("Environment", "Owner")), (Fail, "a list without", Listed("Environment", "Name")),
            (Undetermined, "a list of what is not known", Listed("Environment", "<unknown>"))),
        .. Of("secret-in-plain-sight", Group,
            (Pass, "none", """{ "description": "Visitors", "tags": { "Name": "web" } }"""),
            (Fail, "in a tag", """{ "tags": { "Token": { "<secret>": "s3cr3t" } } }"""),
            (Fail, "in the description", """{ "description": { "<secret>": "s3cr3t" } }"""),
            (Undetermined, "not known", """{ "description": "<unknown>" }""")),
        .. Of("secret-in-plain-sight", Parameter,
            (Fail, "in a plain parameter", """{ "type": "String", "insecureValue": { "<secret>": "s3cr3t" } }"""),
            (Pass, "in one that is encrypted", """{ "type": "SecureString", "value": { "<secret>": "s3cr3t" } }""")),
        Passes("secret-in-plain-sight", "an address that is computed", new SampleProgram().Add(Database, "orders")
            .Add(Parameter, "it", """{ "type": "String", "insecureValue": "<unknown:orders>" }""")),
        Passes("ignored-changes-are-harmless", "what scaling changes", Ignoring("aws:autoscaling/group:Group", "desiredCapacity")),
        Passes("ignored-changes-are-harmless", "what AWS upgrades", Ignoring(Database, "engineVersion")),
        Fails("ignored-changes-are-harmless", "who is let in", Ignoring(Group, "ingress"), "ingress"),
        Fails("ignored-changes-are-harmless", "a part of it", Ignoring("aws:ec2/launchTemplate:LaunchTemplate", "metadataOptions.httpTokens")),
        Fails("ignored-changes-are-harmless", "who is let in, in brackets", Ignoring(Group, "[\"ingress\"][0].cidrBlocks")),
        Fails("ignored-changes-are-harmless", "the source of a rule",
            Ignoring("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "referencedSecurityGroupId")),
        Fails("ignored-changes-are-harmless", "whose door it is", Ignoring("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "securityGroupId")),
        Fails("ignored-changes-are-harmless", "all of an object in a cluster", Ignoring("kubernetes:core/v1:Service", "spec")),
        Passes("ignored-changes-are-harmless", "what scales an object in a cluster", Ignoring("kubernetes:apps/v1:Deployment", "spec.replicas")),
        Fails("ignored-changes-are-harmless", "everything", Ignoring(Database, "*")),
        .. Of("iam-permissions-boundary", Role,
            (Pass, "a pipeline with a boundary", Trusts("token.actions.githubusercontent.com", """, "permissionsBoundary": "<unknown>" """)),
            (Pass, "pods of a cluster", Trusts("oidc.eks.eu-central-1.amazonaws.com/id/1")),
            (Pass, "a service",
                """{ "assumeRolePolicy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" } }] } }"""),
            (Fail, "a pipeline without", Trusts("token.actions.githubusercontent.com")),
            (Undetermined, "not known", """{ "assumeRolePolicy": "<unknown>" }""")),
        .. Of("secret-cmk", Secret,
            (Pass, "a key", """{ "kmsKeyId": "1234" }"""), (Fail, "none", "{}"), (Fail, "AWS's own", """{ "kmsKeyId": "alias/aws/secretsmanager" }"""),
            (Undetermined, "not known", """{ "kmsKeyId": "<unknown>" }""")),
        Passes("secret-cmk", "a key of the program", new SampleProgram().Add("aws:kms/key:Key", "key")
            .Add(Secret, "it", """{ "kmsKeyId": "<unknown:key>" }""")),
        .. Of("log-group-encrypted", Logs,
            (Pass, "a key", """{ "kmsKeyId": "1234" }"""), (Fail, "none", "{}"), (Undetermined, "not known", """{ "kmsKeyId": "<unknown>" }""")),
        Passes("log-group-encrypted", "a key of the program", new SampleProgram().Add("aws:kms/key:Key", "key")
            .Add(Logs, "it", """{ "kmsKeyId": "<unknown:key>" }""")),
    ];

    private static SampleProgram Ignoring(string type, string path) =>
        new SampleProgram().Add(type, "it", "{}", new AnalyzerResourceOptions { IgnoreChanges = { path } });

    private static string Listed(string first, string second) =>
        $$"""{ "tags": [{ "key": "{{first}}", "value": "a", "propagateAtLaunch": true }, { "key": "{{second}}", "value": "b", "propagateAtLaunch": true }] }""";

    private static string Trusts(string provider, string more = "") => $$"""
        {
            "assumeRolePolicy": {
                "Statement": [{
                    "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                    "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/{{provider}}" }
                }]
            }{{more}}
        }
        """;
}
