using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Identity;

internal static class RoleChainCases
{
    private const string Role = "aws:iam/role:Role";
    private const string Profile = "aws:iam/instanceProfile:InstanceProfile";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Bucket = "aws:s3/bucket:Bucket";

    public static IEnumerable<RuleCase> All =>
    [
        Passes("role-one-tier", "two machines of one tier", Machines("web", "web")),
        Fails("role-one-tier", "of two tiers", Machines("web", "worker")),
        IsOpen("role-one-tier", "which tier is not known", Machines("web", "<unknown>")),
        IsOpen("role-one-tier", "which role it is is not known", Machines("web", "worker", "<unknown:profile:other>").Add(Role, "second")
            .Add(Profile, "other", """{ "role": "<unknown:second>" }""")),
        Passes("role-blast-radius", "one of many", Writer("arn:aws:s3:::files-1/*")),
        Passes("role-blast-radius", "reading all", Writer("*", "s3:GetObject")),
        Fails("role-blast-radius", "all by a star", Writer("*")),
        Fails("role-blast-radius", "all by their name's beginning", Writer("arn:aws:s3:::files-*")),
        IsOpen("role-blast-radius", "not known",
            Files().Add("aws:iam/rolePolicy:RolePolicy", "writes", """{ "role": "<unknown:writer>", "policy": "<unknown>" }"""), "policy"),
        IsOpen("role-blast-radius", "a policy that was computed from all", Files().Add("aws:iam/rolePolicy:RolePolicy", "writes",
            """{ "role": "<unknown:writer>","""
            + $$""" "policy": "<unknown:{{string.Join(':', Enumerable.Range(1, 9).Select(number => $"files-{number}"))}}>" }"""), "policy"),
        Passes("grant-for-what-is-named", "it may read it", Told("QUEUE_NAME=shop-jobs", "arn:jobs")),
        Passes("grant-for-what-is-named", "by a pattern", Told("QUEUE_NAME=shop-jobs", "arn:*")),
        Passes("grant-for-what-is-named", "something else", Told("GREETING=good-morning", "arn:others")),
        Passes("grant-for-what-is-named", "in passing", Told("# see shop-jobs", "arn:others")),
        Passes("grant-for-what-is-named", "the queue of another region", Told("QUEUE_NAME=shop-jobs", "arn:others", ", \"region\": \"us-east-1\"")),
        Fails("grant-for-what-is-named", "it may not", Told("export QUEUE_NAME=\\\"shop-jobs\\\"", "arn:others"), "userData"),
        Fails("grant-for-what-is-named", "a function",
            new SampleProgram().Add("aws:dynamodb/table:Table", "carts", """{ "arn": "arn:carts", "name": "shop-carts" }""")
            .Add(Role, "reader").Add("aws:lambda/function:Function", "report",
                """{ "role": "<unknown:reader>", "environment": { "variables": { "TABLE": "shop-carts" } } }"""),
            "environment.variables"),
        IsOpen("grant-for-what-is-named", "what it may is not known", Told("QUEUE_NAME=shop-jobs", "<unknown>"), "policy"),
        IsOpen("grant-for-what-is-named", "what it is told is not known", Told("<unknown>", "arn:others")),
    ];

    private static SampleProgram Machines(string first, string second, string profile = "<unknown:profile>") => new SampleProgram()
        .Group("one", first).Group("two", second).Add(Role, "role").Add(Profile, "profile", """{ "role": "<unknown:role>" }""")
        .Add(Template, "first", """{ "vpcSecurityGroupIds": ["<unknown:one>"], "iamInstanceProfile": { "arn": "<unknown:profile>" } }""")
        .Add(Template, "second", $$"""{ "vpcSecurityGroupIds": ["<unknown:two>"], "iamInstanceProfile": { "arn": "{{profile}}" } }""");

    private static SampleProgram Files() => Enumerable.Range(1, 9).Aggregate(
        new SampleProgram().Add(Role, "writer"),
        (program, number) => program.Add(Bucket, $"files-{number}", $$"""{ "arn": "arn:aws:s3:::files-{{number}}" }"""));

    private static SampleProgram Writer(string resource, string action = "s3:PutObject") => Files().Add("aws:iam/rolePolicy:RolePolicy", "writes",
        $$"""{ "role": "<unknown:writer>", "policy": { "Statement": [{ "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}" }] } }""");

    private static SampleProgram Told(string line, string allowed, string queue = "") => new SampleProgram()
        .Add("aws:sqs/queue:Queue", "jobs", $$"""{ "arn": "arn:jobs", "name": "shop-jobs"{{queue}} }""")
        .Add(Role, "worker").Add(Profile, "profile", """{ "role": "<unknown:worker>" }""")
        .Add("aws:iam/rolePolicy:RolePolicy", "work",
            """{ "role": "<unknown:worker>","""
            + $$""" "policy": { "Statement": [{ "Effect": "Allow", "Action": "sqs:ReceiveMessage", "Resource": "{{allowed}}" }] } }""")
        .Add(Template, "clone", $$"""{ "region": "eu-central-1", "iamInstanceProfile": { "name": "<unknown:profile>" }, "userData": "{{line}}" }""");
}
