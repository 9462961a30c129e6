using System.Text.Json;
using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Identity;

internal static class IdentityCases
{
    private const string Role = "aws:iam/role:Role";
    private const string Policy = "aws:iam/policy:Policy";
    private const string Key = "aws:kms/key:Key";
    private const string Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("iam-no-admin-star", Policy,
            (Pass, "limited", Allow("\"s3:GetObject\"", "\"arn:aws:s3:::logs/*\"")),
            (Pass, "everything, denied", Document("policy", """{ "Effect": "Deny", "Action": "*", "Resource": "*" }""")),
            (Fail, "everything on everything", Allow("\"*\"", "\"*\"")),
            (Fail, "in a list", Allow("""["s3:GetObject", "*"]""", """["arn:aws:s3:::logs", "*"]""")),
            (Fail, "everything, in a secret",
                $$"""{ "policy": { "<secret>": {{Quote("""{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] }""")}} } }"""),
            (Fail, "no document", """{ "policy": "allow everything" }"""),
            (Undetermined, "not known", """{ "policy": "<unknown>" }""")),
        .. Of("iam-no-admin-star", Role, (Fail, "inline in a role",
            """{ "inlinePolicies": [{ "name": "all","""
                + $$""" "policy": {{Quote("""{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] }""")}} }] }""")),
        .. Of("iam-no-admin-star", "aws:iam/rolePolicy:RolePolicy", (Fail, "as an object",
            """{ "policy": { "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } } }""")),
        .. Of("iam-no-service-star-action", Policy,
            (Pass, "a prefix of actions", Allow("\"s3:Get*\"", "\"*\"")),
            (Fail, "all of a service", Allow("\"s3:*\"", "\"arn:aws:s3:::logs/*\"")),
            (Undetermined, "not known", """{ "policy": "<unknown>" }""")),
        .. Of("iam-trust-restricted", Role,
            (Pass, "a service", Trust("""{ "Service": "ec2.amazonaws.com" }""")),
            (Pass, "its own account", Trust("""{ "AWS": "arn:aws:iam::123456789012:root" }""", arn: "arn:aws:iam::123456789012:role/it")),
            (Pass, "another account with an external id",
                Trust("""{ "AWS": "arn:aws:iam::999999999999:root" }""", """{ "StringEquals": { "sts:ExternalId": "x" } }""")),
            (Fail, "everyone", Trust("\"*\"")),
            (Fail, "everyone, as an AWS principal", Trust("""{ "AWS": ["*"] }""")),
            (Fail, "another account", Trust("""{ "AWS": "arn:aws:iam::999999999999:root" }""", arn: "arn:aws:iam::123456789012:role/it")),
            (Undetermined, "not known", """{ "assumeRolePolicy": "<unknown>" }""")),
        .. Of("iam-oidc-subject-pinned", Role,
            (Pass, "one branch", Federated("repo:shop/infra:ref:refs/heads/main")),
            (Pass, "any branch of one repository", Federated("repo:shop/infra:*")),
            (Fail, "any repository of an owner", Federated("repo:shop/*")),
            (Fail, "anyone", Federated("*")),
            (Fail, "no subject", Trust("""{ "Federated": "arn:aws:iam::123456789012:oidc-provider/ci" }""")),
            (Fail, "no audience", Trust("""{ "Federated": "arn:aws:iam::123456789012:oidc-provider/ci" }""",
                """{ "StringEquals": { "ci:sub": "repo:shop/infra:main" } }""")),
            (Undetermined, "not known", """{ "assumeRolePolicy": "<unknown>" }""")),
        .. Of("iam-no-admin-managed-policy", Attachment,
            (Pass, "Session Manager", """{ "policyArn": "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" }"""),
            (Fail, "administrator", """{ "policyArn": "arn:aws:iam::aws:policy/AdministratorAccess" }"""),
            (Fail, "administrator of China", """{ "policyArn": "arn:aws-cn:iam::aws:policy/AdministratorAccess" }"""),
            (Undetermined, "not known", """{ "policyArn": "<unknown>" }""")),
        .. Of("iam-no-admin-managed-policy", Role, (Fail, "in the role", """{ "managedPolicyArns": ["arn:aws:iam::aws:policy/IAMFullAccess"] }""")),
        .. Of("iam-no-full-access-managed-policy", Attachment,
            (Pass, "reading alone", """{ "policyArn": "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess" }"""),
            (Pass, "a client of file systems", """{ "policyArn": "arn:aws:iam::aws:policy/AmazonElasticFileSystemClientFullAccess" }"""),
            (Pass, "one's own, of that name", """{ "policyArn": "arn:aws:iam::123456789012:policy/OrdersFullAccess" }"""),
            (Fail, "all of S3", """{ "policyArn": "arn:aws:iam::aws:policy/AmazonS3FullAccess" }"""),
            (Fail, "all of Lambda", """{ "policyArn": "arn:aws:iam::aws:policy/AWSLambda_FullAccess" }"""),
            (Fail, "all of CloudWatch, by a newer policy", """{ "policyArn": "arn:aws-cn:iam::aws:policy/CloudWatchFullAccessV2" }"""),
            (Undetermined, "not known", """{ "policyArn": "<unknown>" }""")),
        Passes("iam-no-full-access-managed-policy", "of IAM: the rule about administrators says so",
            new SampleProgram().Add(Attachment, "it", """{ "policyArn": "arn:aws:iam::aws:policy/IAMFullAccess" }""")),
        Passes("iam-no-admin-managed-policy", "a policy of the program",
            new SampleProgram().Add(Policy, "own").Add(Attachment, "it", """{ "policyArn": "<unknown:own>" }""")),
        .. Of("kms-policy-no-star-principal", Key,
            (Pass, "the account", Document("policy",
                """{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "kms:*", "Resource": "*" }""")),
            (Pass, "everyone of one account", Document("policy",
                """{ "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*","""
                    + """ "Condition": { "StringEquals": { "kms:CallerAccount": "123456789012" } } }""")),
            (Fail, "everyone", Document("policy", """{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "kms:Decrypt", "Resource": "*" }""")),
            (Undetermined, "not known", """{ "policy": "<unknown>" }""")),
        .. Of("kms-rotation", Key,
            (Pass, "rotates", """{ "enableKeyRotation": true }"""),
            (Pass, "a key pair cannot", """{ "customerMasterKeySpec": "RSA_2048" }"""),
            (Fail, "does not", "{}"),
            (Undetermined, "not known", """{ "enableKeyRotation": "<unknown>" }""")),
        .. More,
    ];

    private static IEnumerable<RuleCase> More =>
    [
        .. Of("iam-no-star-resource-for-writes", Policy,
            (Pass, "reading everything", Allow("""["ec2:DescribeInstances", "s3:List*", "cloudwatch:PutMetricData"]""", "\"*\"")),
            (Pass, "writing to one bucket", Allow("\"s3:PutObject\"", "\"arn:aws:s3:::logs/*\"")),
            (Pass, "what AWS has no resource for", Allow("[\"ssm:UpdateInstanceInformation\", \"ssmmessages:OpenDataChannel\"]", "\"*\"")),
            (Fail, "another matter of the same service", Allow("[\"ssm:UpdateInstanceInformation\", \"ssm:UpdateInstanceAssociationStatus\"]", "\"*\"")),
            (Pass, "fenced by a tag", Document("policy",
                """{ "Effect": "Allow", "Action": "ec2:StopInstances", "Resource": "*","""
                    + """ "Condition": { "StringEquals": { "aws:ResourceTag/Environment": "dev" } } }""")),
            (Fail, "stopping any machine", Allow("\"ec2:StopInstances\"", "\"*\"")),
            (Fail, "everything but IAM", Document("policy", """{ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }""")),
            (Fail, "every resource but one",
                Document("policy", """{ "Effect": "Allow", "Action": "s3:DeleteObject", "NotResource": "arn:aws:s3:::logs/*" }""")),
            (Undetermined, "not known", """{ "policy": "<unknown>" }""")),
        .. Of("iam-no-privilege-escalation", Policy,
            (Pass, "reading roles", Allow("\"iam:GetRole\"", "\"*\"")),
            (Pass, "passing a role to EC2 only", Document("policy",
                """{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*","""
                    + """ "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } }""")),
            (Pass, "a denial", Document("policy", """{ "Effect": "Deny", "Action": "iam:*", "Resource": "*" }""")),
            (Fail, "a new version of a policy", Allow("\"iam:CreatePolicyVersion\"", "\"*\"")),
            (Fail, "hidden behind a wildcard", Allow("\"IAM:put*Policy\"", "\"*\"")),
            (Fail, "everything but S3", Document("policy", """{ "Effect": "Allow", "NotAction": "s3:*", "Resource": "*" }""")),
            (Fail, "passing any role to anything", Allow("\"iam:PassRole\"", "\"*\"")),
            (Undetermined, "not known", """{ "policy": "<unknown>" }""")),
        .. Of("iam-no-kms-decrypt-star", Policy,
            (Pass, "one key", Allow("\"kms:Decrypt\"", "\"arn:aws:kms:eu-central-1:123456789012:key/1\"")),
            (Fail, "every key", Allow("\"kms:Decrypt\"", "\"*\"")),
            (Fail, "every key, by a wildcard", Allow("\"kms:De*\"", "\"*\"")),
            (Undetermined, "not known", """{ "policy": "<unknown>" }""")),
        Passes("iam-no-user", "a role", new SampleProgram().Add(Role, "web")),
        .. Of("iam-no-user", "aws:iam/user:User", (Fail, "a user", "{}")),
        .. Of("iam-no-user", "aws:iam/userPolicyAttachment:UserPolicyAttachment", (Fail, "a policy of a user", "{}")),
        Passes("iam-no-access-key", "a role", new SampleProgram().Add(Role, "web")),
        .. Of("iam-no-access-key", "aws:iam/accessKey:AccessKey", (Fail, "a key", """{ "user": "ci" }""")),
        .. Of("kms-deletion-window", Key,
            (Pass, "thirty days by default", "{}"),
            (Fail, "a week", """{ "deletionWindowInDays": 7 }"""),
            (Undetermined, "not known", """{ "deletionWindowInDays": "<unknown>" }""")),
        .. Of("iam-trust-restricted", Role,
            (Undetermined, "its own account is not known", Document("assumeRolePolicy",
                """{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::999999999999:root" }, "Action": "sts:AssumeRole" }""", arn: "<unknown>"))),
    ];

    private static string Allow(string action, string resource) =>
        Document("policy", $$"""{ "Effect": "Allow", "Action": {{action}}, "Resource": {{resource}} }""");

    private static string Trust(string principal, string condition = "{}", string arn = "") => Document("assumeRolePolicy",
        $$"""{ "Effect": "Allow", "Principal": {{principal}}, "Action": "sts:AssumeRole", "Condition": {{condition}} }""", arn);

    private static string Federated(string subject) => Trust(
        """{ "Federated": "arn:aws:iam::123456789012:oidc-provider/ci" }""",
        $$"""{ "StringLike": { "ci:sub": "{{subject}}" }, "StringEquals": { "ci:aud": "sts.amazonaws.com" } }""");

    private static string Document(string property, string statement, string arn = "") =>
        $$"""{ "{{property}}": {{Quote($$"""{ "Version": "2012-10-17", "Statement": [{{statement}}] }""")}}, "arn": "{{arn}}" }""";

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
