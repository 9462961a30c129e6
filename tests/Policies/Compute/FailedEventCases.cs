using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Compute;

internal static class FailedEventCases
{
    private const string Rule = "lambda-failure-destination";
    private const string Function = "aws:lambda/function:Function";
    private const string Permission = "aws:lambda/permission:Permission";
    private const string Settings = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
    private const string Mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";
    private const string Kept = """{ "deadLetterConfig": { "targetArn": "<unknown>" } }""";
    private const string Stream = "arn:aws:kinesis:eu-central-1:123456789012:stream/orders";
    private const string Queue = "arn:aws:sqs:eu-central-1:123456789012:orders";

    public static IEnumerable<RuleCase> All =>
    [
        Passes(Rule, "nobody calls", new SampleProgram().Add(Function, "resize")),
        Passes(Rule, "who calls waits for the answer", Called("elasticloadbalancing.amazonaws.com")),
        Passes(Rule, "a dead letter queue", Called("s3.amazonaws.com", Kept)),
        Passes(Rule, "a destination", Called("s3.amazonaws.com").Add(Settings, "settings", OnFailure("<unknown:resize>"))),
        Passes(Rule, "a queue keeps its own", Reads(Queue)),
        Passes(Rule, "a stream with a destination", Reads(Stream, """, "destinationConfig": { "onFailure": { "destinationArn": "<unknown>" } }""")),
        Fails(Rule, "what a bucket tells is lost", Called("s3.amazonaws.com"), "deadLetterConfig"),
        Fails(Rule, "what a topic tells is lost", Called("sns.amazonaws.com"), "deadLetterConfig"),
        Fails(Rule, "a destination for what went well", Called("events.amazonaws.com")
            .Add(Settings, "settings", """{ "functionName": "resize", "destinationConfig": { "onSuccess": { "destination": "arn:queue" } } }""")),
        Fails(Rule, "a destination of another function", Called("s3.amazonaws.com").Add(Settings, "settings", OnFailure("other"))),
        Fails(Rule, "a stream goes on", Reads(Stream), "destinationConfig"),
        IsOpen(Rule, "who calls is not known", Called("<unknown>")),
        IsOpen(Rule, "one function of two is called", new SampleProgram().Add(Function, "resize").Add(Function, "other")
            .Add(Permission, "call", """{ "function": "<unknown:resize:other>", "principal": "s3.amazonaws.com" }""")),
        IsOpen(Rule, "one function of two has a destination", Called("s3.amazonaws.com")
            .Add(Function, "other").Add(Settings, "settings", OnFailure("<unknown:resize:other>"))),
        IsOpen(Rule, "what is read is not known", Reads("<unknown>"), "eventSourceArn"),
    ];

    private static SampleProgram Called(string principal, string function = "{}") => new SampleProgram().Add(Function, "resize", function)
        .Add(Permission, "call", $$"""{ "function": "<unknown:resize>", "principal": "{{principal}}" }""");

    private static SampleProgram Reads(string source, string more = "") => new SampleProgram().Add(Function, "resize")
        .Add(Mapping, "mapping", $$"""{ "functionName": "<unknown:resize>", "eventSourceArn": "{{source}}" {{more}} }""");

    private static string OnFailure(string function) =>
        $$"""{ "functionName": "{{function}}", "destinationConfig": { "onFailure": { "destination": "<unknown>" } } }""";
}
