using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Identity;

/// <summary>Conditions that look like a fence, and resources that look like a choice.</summary>
internal static class FenceCases
{
    private const string Role = "aws:iam/role:Role";
    private const string Policy = "aws:iam/policy:Policy";
    private const string Key = "aws:kms/key:Key";
    private const string Queue = "aws:sqs/queuePolicy:QueuePolicy";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("sqs-policy-not-public", Queue,
            (Pass, "a topic of one account", Everyone("""{ "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:123456789012:*" } }""")),
            (Pass, "one bucket", Everyone("""{ "ArnEquals": { "aws:SourceArn": "arn:aws:s3:::uploads" } }""")),
            (Pass, "an organization", Everyone("""{ "StringEquals": { "AWS:principalOrgId": "o-a1b2c3d4e5" } }""")),
            (Pass, "an office", Everyone("""{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }""")),
            (Fail, "all but one organization", Everyone("""{ "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }""")),
            (Fail, "any organization", Everyone("""{ "StringLike": { "aws:PrincipalOrgID": "o-*" } }""")),
            (Fail, "also whoever has none", Everyone("""{ "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }""")),
            (Fail, "all of no values", Everyone("""{ "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }""")),
            (Fail, "having the key at all", Everyone("""{ "Null": { "aws:PrincipalOrgID": "false" } }""")),
            (Fail, "any ARN", Everyone("""{ "ArnLike": { "aws:SourceArn": "arn:aws:*" } }""")),
            (Fail, "any account's topic", Everyone("""{ "ArnLike": { "aws:SourceArn": "arn:aws:sns:eu-central-1:*:orders" } }""")),
            (Fail, "one, or anyone", Everyone("""{ "StringLike": { "aws:SourceAccount": ["123456789012", "*"] } }""")),
            (Fail, "half of the internet", Everyone("""{ "IpAddress": { "aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"] } }"""))),
        .. Of("kms-policy-no-star-principal", Key,
            (Fail, "whoever uses TLS", Document("""{ "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*","""
                + """ "Condition": { "Bool": { "aws:SecureTransport": "true" } } }"""))),
        .. Of("iam-no-kms-decrypt-star", Policy,
            (Pass, "through one service", Document("""{ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*","""
                + """ "Condition": { "StringEquals": { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } } }""")),
            (Fail, "over TLS", Document("""{ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*","""
                + """ "Condition": { "Bool": { "aws:SecureTransport": "true" } } }""")),
            (Fail, "every key of every account", Document("""{ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:*:*:key/*" }"""))),
        .. Of("iam-no-star-resource-for-writes", Policy,
            (Pass, "all of one bucket", Document("""{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::logs/*" }""")),
            (Pass, "all logs of one region and account", Document("""{ "Effect": "Allow", "Action": "logs:PutLogEvents","""
                + """ "Resource": "arn:aws:logs:eu-central-1:123456789012:log-group:*" }""")),
            (Fail, "every bucket", Document("""{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::*" }""")),
            (Fail, "every object of every bucket", Document("""{ "Effect": "Allow", "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::*/*" }""")),
            (Fail, "every table", Document("""{ "Effect": "Allow", "Action": "dynamodb:DeleteItem", "Resource": "arn:aws:dynamodb:*:*:table/*" }""")),
            (Fail, "for whoever is in the account", Document("""{ "Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*","""
                + """ "Condition": { "StringEquals": { "aws:PrincipalAccount": "123456789012" } } }"""))),
        .. Of("iam-no-service-star-action", Policy,
            (Fail, "by another wildcard", Document("""{ "Effect": "Allow", "Action": "s3:?*", "Resource": "arn:aws:s3:::logs/*" }"""))),
        .. Of("iam-no-admin-star", Policy,
            (Fail, "by other wildcards", Document("""{ "Effect": "Allow", "Action": "*:?*", "Resource": "**" }"""))),
        .. Of("iam-no-privilege-escalation", Policy,
            (Fail, "to any service", Document("""{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*","""
                + """ "Condition": { "StringLike": { "iam:PassedToService": "*" } } }""")),
            (Fail, "to all but one service", Document("""{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*","""
                + """ "Condition": { "StringNotEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } }"""))),
        .. Of("iam-trust-restricted", Role,
            (Fail, "any external id", Trust("\"*\"", """{ "StringLike": { "sts:ExternalId": "*" } }"""))),
        .. Of("iam-oidc-subject-pinned", Role,
            (Pass, "any account of one namespace",
                Federated("""{ "StringLike": { "ci:sub": "system:serviceaccount:shop:*", "ci:aud": "sts.amazonaws.com" } }""")),
            (Fail, "any account of any namespace", Federated("""{ "StringLike": { "ci:sub": "system:serviceaccount:*:*", "ci:aud": "sts.amazonaws.com" } }""")),
            (Fail, "any owner, letter by letter", Federated("""{ "StringLike": { "ci:sub": "repo:????/infra:main", "ci:aud": "sts.amazonaws.com" } }""")),
            (Fail, "all but one", Federated(
                """{ "StringNotLike": { "ci:sub": "repo:other/infra:main" }, "StringEquals": { "ci:aud": "sts.amazonaws.com" } }"""))),
        .. Of("s3-policy-not-public", "aws:s3/bucket:Bucket", (Fail, "within the bucket",
            Document("""{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" }"""))),
        .. Of("iam-no-admin-star", "aws:iam/groupPolicy:GroupPolicy",
            (Fail, "of a group", Document("""{ "Effect": "Allow", "Action": "*", "Resource": "*" }"""))),
        .. Of("iam-no-admin-managed-policy", "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
            (Fail, "of a group", """{ "policyArn": "arn:aws:iam::aws:policy/AdministratorAccess" }""")),
        .. Of("iam-no-admin-managed-policy", "aws:iam/policyAttachment:PolicyAttachment",
            (Fail, "of many at once", """{ "policyArn": "arn:aws:iam::aws:policy/AdministratorAccess" }""")),
    ];

    private static string Everyone(string condition) =>
        Document($$"""{ "Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "*", "Condition": {{condition}} }""");

    private static string Federated(string condition) => Trust("""{ "Federated": "arn:aws:iam::123456789012:oidc-provider/ci" }""", condition);

    private static string Trust(string principal, string condition) => Document(
        $$"""{ "Effect": "Allow", "Principal": {{principal}}, "Action": "sts:AssumeRole", "Condition": {{condition}} }""", "assumeRolePolicy");

    private static string Document(string statement, string property = "policy") =>
        $$"""{ "{{property}}": { "Version": "2012-10-17", "Statement": [{{statement}}] } }""";
}
