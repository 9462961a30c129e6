using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Compute;

internal static class FunctionCases
{
    private const string Function = "aws:lambda/function:Function";
    private const string Url = "aws:lambda/functionUrl:FunctionUrl";

    public static IEnumerable<RuleCase> All =>
    [
        .. Of("lambda-no-secret-in-env", Function,
            (Pass, "none", "{}"), (Pass, "an address", Knows("ENDPOINT", "\"https://secretsmanager.eu-central-1.amazonaws.com\"")),
            (Pass, "the name of a secret", Knows("SECRET_ID", "\"arn:aws:secretsmanager:eu-central-1:123456789012:secret:orders\"")),
            (Fail, "one that is marked", Knows("LOGIN", """{ "<secret>": "s3cr3t" }""")), (Fail, "a literal", Knows("DB_PASSWORD", "\"correct-horse\"")),
            (Fail, "all marked", """{ "environment": { "variables": { "<secret>": { "A": "b" } } } }"""),
            (Undetermined, "not known", Knows("LOGIN", "\"<unknown>\""))),
        Passes("lambda-no-secret-in-env", "what is computed", new SampleProgram().Add("aws:sqs/queue:Queue", "jobs")
            .Add(Function, "it", Knows("QUEUE", "\"<unknown:jobs>\""))),
        .. Of("lambda-url-authenticated", Url,
            (Pass, "signed", """{ "functionName": "orders", "authorizationType": "AWS_IAM" }"""),
            (Fail, "for everybody", """{ "functionName": "orders", "authorizationType": "NONE" }"""),
            (Undetermined, "not known", """{ "functionName": "orders", "authorizationType": "<unknown>" }""")),
        Fails("lambda-url-authenticated", "into the network", new SampleProgram()
            .Add(Function, "orders", """{ "vpcConfig": { "subnetIds": ["app"], "securityGroupIds": ["web"] } }""")
            .Add(Url, "it", """{ "functionName": "<unknown:orders>", "authorizationType": "NONE" }"""), "authorizationType"),
        .. Of("lambda-supported-runtime", Function,
            (Pass, "a new one", """{ "runtime": "python3.13" }"""), (Pass, "of an image", "{}"), (Fail, "an old one", """{ "runtime": "nodejs18.x" }"""),
            (Fail, "given up three weeks ago", """{ "runtime": "python3.10" }"""), (Pass, "of the next number", """{ "runtime": "python3.11" }"""),
            (Undetermined, "not known", """{ "runtime": "<unknown>" }""")),
        .. Of("lambda-tracing", Function,
            (Pass, "on", """{ "tracingConfig": { "mode": "Active" } }"""), (Fail, "off", "{}"),
            (Undetermined, "not known", """{ "tracingConfig": "<unknown>" }""")),
    ];

    private static string Knows(string name, string value) => $$"""{ "environment": { "variables": { "{{name}}": {{value}} } } }""";
}
