using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.LoadBalancing;

internal static class RedirectCases
{
    private const string Rule = "lb-http-redirects-to-https";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Listener = "aws:lb/listener:Listener";
    private const string ListenerRule = "aws:lb/listenerRule:ListenerRule";
    private const string Redirect = """{ "type": "redirect", "redirect": { "protocol": "HTTPS", "statusCode": "HTTP_301" } }""";
    private const string Forward = """{ "type": "forward" }""";
    private const string Inside = """{ "internal": true }""";

    public static IEnumerable<RuleCase> All => [.. OfListeners, .. OfRules];

    private static IEnumerable<RuleCase> OfListeners =>
    [
        Passes(Rule, "redirects", WithHttps(Redirect)),
        Passes(Rule, "inside, without a certificate", Plain(Forward, Inside)),
        Passes(Rule, "TCP", new SampleProgram().Add(Balancer, "lb", """{ "loadBalancerType": "network" }""")
            .Add(Listener, "tcp", $$"""{ "loadBalancerArn": "lb", "protocol": "TCP", "defaultActions": [{{Forward}}] }""")),
        Fails(Rule, "serves pages in plain text", WithHttps(Forward), "defaultActions[0].type"),
        Fails(Rule, "serves pages in plain text inside, beside HTTPS", WithHttps(Forward, Inside), "defaultActions[0].type"),
        Fails(Rule, "redirects to plain text", WithHttps("""{ "type": "redirect", "redirect": { "protocol": "HTTP" } }""")),
        Fails(Rule, "redirects to whatever was asked in", WithHttps("""{ "type": "redirect", "redirect": { "host": "www.example.com" } }""")),
        Fails(Rule, "serves the internet and has no certificate", Plain(Forward), "defaultActions[0].type"),
        Fails(Rule, "serves the internet by an older token", new SampleProgram().Add("aws:alb/loadBalancer:LoadBalancer", "lb")
            .Add("aws:alb/listener:Listener", "http", $$"""{ "loadBalancerArn": "<unknown:lb>", "protocol": "HTTP", "defaultActions": [{{Forward}}] }""")),
        Fails(Rule, "serves the internet on a listener whose protocol is left out", Unsaid("{}"), "defaultActions[0].type"),
        Passes(Rule, "a gateway balancer has no protocol", Unsaid("""{ "loadBalancerType": "gateway" }""")),
        IsOpen(Rule, "a protocol left out, at a balancer of another program", Unsaid("{}").Without("lb"), "loadBalancerArn"),
        IsOpen(Rule, "the action is not known", WithHttps("\"<unknown>\""), "defaultActions[0].type"),
        IsOpen(Rule, "perhaps inside", Plain(Forward, """{ "internal": "<unknown>" }"""), "loadBalancerArn"),
        IsOpen(Rule, "a balancer of another program", new SampleProgram()
            .Add(Listener, "http", $$"""{ "loadBalancerArn": "arn:elsewhere", "protocol": "HTTP", "defaultActions": [{{Forward}}] }"""), "loadBalancerArn"),
        IsOpen(Rule, "perhaps beside HTTPS", Plain(Forward, Inside)
            .Add(Listener, "other", """{ "loadBalancerArn": "lb", "protocol": "<unknown>" }"""), "loadBalancerArn"),
        IsOpen(Rule, "one balancer of two", Plain(Forward).Add(Balancer, "inside", Inside).Without("http")
            .Add(Listener, "http", $$"""{ "loadBalancerArn": "<unknown:lb:inside>", "protocol": "HTTP", "defaultActions": [{{Forward}}] }""")),
    ];

    private static IEnumerable<RuleCase> OfRules =>
    [
        Passes(Rule, "a rule redirects", WithHttps(Redirect).Add(ListenerRule, "rule", Acting("http", Redirect))),
        Passes(Rule, "a rule answers by itself", WithHttps(Redirect).Add(ListenerRule, "rule", Acting("http", """{ "type": "fixed-response" }"""))),
        Passes(Rule, "a rule of the HTTPS listener forwards", WithHttps(Redirect).Add(ListenerRule, "rule", Acting("https", Forward))),
        Passes(Rule, "a rule inside forwards", Plain(Forward, Inside).Add(ListenerRule, "rule", Acting("http", Forward))),
        Fails(Rule, "a rule forwards", WithHttps(Redirect).Add(ListenerRule, "rule", Acting("http", Forward)), "actions[0].type"),
        Fails(Rule, "a rule forwards, known by what it was computed from",
            WithHttps(Redirect).Add(ListenerRule, "rule", Acting("<unknown:http>", Forward)), "actions[0].type"),
        IsOpen(Rule, "a rule of one listener of two", WithHttps(Redirect).Add(ListenerRule, "rule", Acting("<unknown:http:https>", Forward)), "listenerArn"),
        IsOpen(Rule, "a rule of a listener of another program", new SampleProgram().Add(ListenerRule, "rule", Acting("arn:elsewhere", Forward)), "listenerArn"),
        IsOpen(Rule, "a rule does what is not known", WithHttps(Redirect).Add(ListenerRule, "rule", Acting("http", "\"<unknown>\""))),
    ];

    private static SampleProgram Plain(string action, string balancer = "{}") => new SampleProgram().Add(Balancer, "lb", balancer)
        .Add(Listener, "http", $$"""{ "loadBalancerArn": "<unknown:lb>", "protocol": "HTTP", "defaultActions": [{{action}}] }""");

    private static SampleProgram Unsaid(string balancer) => new SampleProgram().Add(Balancer, "lb", balancer)
        .Add(Listener, "http", $$"""{ "loadBalancerArn": "lb", "port": 80, "defaultActions": [{{Forward}}] }""");

    private static SampleProgram WithHttps(string action, string balancer = "{}") => Plain(action, balancer)
        .Add(Listener, "https", """{ "loadBalancerArn": "<unknown:lb>", "protocol": "HTTPS" }""");

    private static string Acting(string listener, string action) => $$"""{ "listenerArn": "{{listener}}", "actions": [{{action}}] }""";
}
