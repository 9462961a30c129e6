using Infra.Components.Edge;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Edge;

public sealed class RoutingTests
{
    private const string Rule = "aws:lb/listenerRule:ListenerRule";

    private static readonly RoutingRule Api = new() { Key = "api", Priority = 100, Paths = ["/api/*"], Route = Route.To("blue") };

    private static readonly LoadBalancerArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        VpcId = "vpc-1",
        Subnets = Places.Subnets(SubnetTier.Public, "a", "b"),
        SecurityGroupId = "sg-1",
        Listening = Listening.OnInternet("arn:aws:acm:eu-central-1:123456789012:certificate/1"),
        Targets = [TargetNamed("blue"), TargetNamed("green")],
        Routing = new() { Default = Route.Split(new Dictionary<string, int> { ["blue"] = 1, ["green"] = 0 }), Rules = [Api] },
        DeletionProtection = true,
        AccessLogDays = 365,
    };

    [Fact]
    public async Task Requests_are_told_apart_by_host_path_and_header()
    {
        var plan = await PlanOf(
            Api with { Hosts = ["api.example.com"] },
            new() { Key = "users-a-to-m", Priority = 200, Headers = [HeaderMatch.Initials("x-user", 'a', 'm')], Route = Route.To("blue") },
            new() { Key = "users-n-to-z", Priority = 210, Headers = [HeaderMatch.Initials("x-user", 'n', 'z')], Route = Route.To("green") },
            new() { Key = "canary", Priority = 300, Headers = [HeaderMatch.OneOf("x-canary", "yes", "on")], Route = Route.To("green") });

        var api = plan.One(Rule, "edge-api");
        (api.Text("conditions.0.hostHeader.values.0"), api.Text("conditions.1.pathPattern.values.0"), api.Number("priority"))
            .ShouldBe(("api.example.com", "/api/*", 100));
        api.Text("actions.0.targetGroupArn").ShouldBe("arn:aws:mock:::edge-blue");
        api.Text("listenerArn").ShouldBe("arn:aws:mock:::edge-https");
        plan.One(Rule, "edge-users-a-to-m").List("conditions.0.httpHeader.regexValues").ShouldBe(["^[a-mA-M].*$"]);
        plan.One(Rule, "edge-users-n-to-z").Text("actions.0.targetGroupArn").ShouldBe("arn:aws:mock:::edge-green");
        plan.One(Rule, "edge-canary").List("conditions.0.httpHeader.values").ShouldBe(["yes", "on"]);
    }

    [Theory]
    [InlineData("Alice", true)]
    [InlineData("mallory", true)]
    [InlineData("nina", false)]
    [InlineData("", false)]
    public void Initials_fit_names_in_both_cases(string user, bool fits) =>
        System.Text.RegularExpressions.Regex.IsMatch(user, HeaderMatch.Initials("x-user", 'a', 'm').Values[0]).ShouldBe(fits);

    [Fact]
    public async Task A_canary_gets_its_share_and_its_users_stay_with_it()
    {
        var split = Route.Split(new Dictionary<string, int> { ["green"] = 5, ["blue"] = 95 }, stickySeconds: 3600);

        var https = (await Plan.Of(() => _ = new LoadBalancer("edge", Args with { Routing = new() { Default = split } })))
            .One("aws:lb/listener:Listener", "edge-https");

        (https.Text("defaultActions.0.forward.targetGroups.0.arn"), https.Number("defaultActions.0.forward.targetGroups.0.weight"))
            .ShouldBe(("arn:aws:mock:::edge-blue", 95));
        (https.Text("defaultActions.0.forward.targetGroups.1.arn"), https.Number("defaultActions.0.forward.targetGroups.1.weight"))
            .ShouldBe(("arn:aws:mock:::edge-green", 5));
        https.Number("defaultActions.0.forward.stickiness.duration").ShouldBe(3600);
    }

    [Fact]
    public async Task A_target_under_maintenance_stands_by_with_weight_0()
    {
        var split = Route.Split(new Dictionary<string, int> { ["blue"] = 0, ["green"] = 1 });

        var plan = await PlanOf(Api with { Route = split });

        plan.One(Rule, "edge-api").Number("actions.0.forward.targetGroups.0.weight").ShouldBe(0);
        plan.One("aws:lb/targetGroup:TargetGroup", "edge-blue").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_balancer_itself_can_answer()
    {
        var plan = await PlanOf(Api with { Route = Route.Respond(503, "We are back at noon.") });

        var rule = plan.One(Rule, "edge-api");
        (rule.Text("actions.0.type"), rule.Text("actions.0.fixedResponse.statusCode"), rule.Text("actions.0.fixedResponse.messageBody"))
            .ShouldBe(("fixed-response", "503", "We are back at noon."));
    }

    [Fact]
    public async Task A_new_rule_or_target_changes_nothing_that_is_there()
    {
        var before = await PlanOf(Api);
        var after = await Plan.Of(() => _ = new LoadBalancer("edge", Args with
        {
            Targets = [TargetNamed("aqua"), .. Args.Targets],
            Routing = Args.Routing with { Rules = [new() { Key = "first", Priority = 50, Paths = ["/first"], Route = Route.To("aqua") }, Api] },
        }));

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
        after.One(Rule, "edge-api").Number("priority").ShouldBe(before.One(Rule, "edge-api").Number("priority"));
        after.Urns("test").Except(before.Urns("test")).Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("/*/*/*", "/?/?/?", true)]
    [InlineData("/*/*/*", "/?/?/?/?", false)]
    public void A_rule_takes_six_wildcards(string one, string other, bool isFine)
    {
        var rule = new RoutingRule
        {
            Key = "wild",
            Priority = 1,
            Paths = [one, other],
            Headers = [HeaderMatch.Initials("x-user", 'a', 'm')],
            Route = Route.To("web"),
        };

        rule.Check(["web"]).ShouldBe(isFine ? [] : ["its conditions have 7 wildcards; allowed are 6. Split the rule."]);
    }

    [Fact]
    public async Task Every_problem_of_the_routing_is_told_at_once()
    {
        var error = await Plan.ErrorOf(() => _ = new LoadBalancer("edge", Args with
        {
            Routing = new()
            {
                Default = Route.Split(new Dictionary<string, int> { ["blue"] = 0, ["grean"] = 0 }, stickySeconds: -1),
                Rules =
                [
                    Api with { Priority = 0, Paths = [] },
                    Api with { Key = "Api 2", Paths = ["api/*"], Hosts = ["a", "b", "c", "d", "e"] },
                    Api with { Key = "many", Route = Route.Split(new Dictionary<string, int>()) },
                    Api with { Key = "heavy", Priority = 4, Route = Route.Split(new Dictionary<string, int> { ["blue"] = 1000 }) },
                    Api with { Key = "moved", Priority = 5, Route = Route.Respond(301, new string('x', 1025)) },
                    Api with { Key = "headers", Priority = 6, Headers = [HeaderMatch.OneOf("Host", ""), HeaderMatch.Initials("x user", 'm', 'a')] },
                ],
            },
        }));

        error.ShouldBe(
            """
            LoadBalancer 'edge' cannot be built:
              - The default route cannot be used: it names the target 'grean', which does not exist; there are: blue, green.
              - The default route cannot be used: all weights are 0, so nobody would be served. To close for maintenance, respond with 503 in a rule of a lower number.
              - The default route cannot be used: it is sticky for -1 s; allowed is 0 to 604800.
              - Rule 'api': its priority is 0; allowed is 1 to 50000.
              - Rule 'api': it has no condition, so it would take every request; make that the default route.
              - Rule 'Api 2': its key names a resource; expected are lower-case words joined by hyphens.
              - Rule 'Api 2': its conditions have 6 values; allowed are 5. Split the rule.
              - Rule 'Api 2': the path 'api/*' fits no request; paths begin with a slash.
              - Rule 'many': it names 0 targets; allowed is 1 to 5.
              - Rule 'heavy': the weight of 'blue' is 1000; allowed is 0 to 999.
              - Rule 'moved': it answers with 301; allowed is 200 to 299 and 400 to 599.
              - Rule 'moved': its text has 1025 characters; allowed are 1024.
              - Rule 'headers': the value '' of a condition has 0 characters; allowed are 1 to 128.
              - Rule 'headers': the header 'Host' has a list of its own: use Hosts.
              - Rule 'headers': the header 'x user' has a name that cannot be matched; expected are at most 40 letters, digits and hyphens.
              - Rule 'headers': the initials of the header 'x user' are no range of letters; expected is one such as a to m.
              - Rules 'Api 2' and 'many' have the same priority 100; a listener takes each number once.
              - No route names the target 'green', so no listener would know it, and AWS refuses to scale clones by its requests. Name it in a route, with weight 0 beside others if it is to stand by, or take it away.
            """);
    }

    [Fact]
    public async Task A_header_has_a_value_whatever_else_the_rule_demands() =>
        (await Plan.ErrorOf(() => _ = new LoadBalancer("edge", Args with
        {
            Routing = Args.Routing with
            {
                Rules =
                [
                    Api with { Headers = [HeaderMatch.Secret("X-Origin-Secret")] },
                    new() { Key = "canary", Priority = 200, Headers = [HeaderMatch.OneOf("x-canary")], Route = Route.To("green") },
                ],
            },
        }))).ShouldBe(
            """
            LoadBalancer 'edge' cannot be built:
              - Rule 'api': the header 'X-Origin-Secret' has no value to fit; expected is at least one, or leave the header out.
              - Rule 'canary': the header 'x-canary' has no value to fit; expected is at least one, or leave the header out.
            """);

    [Fact]
    public async Task A_rule_and_a_target_that_are_given_twice_are_refused()
    {
        var error = await Plan.ErrorOf(() => _ = new LoadBalancer("edge", Args with
        {
            Targets = [TargetNamed("blue"), TargetNamed("blue")],
            Routing = Args.Routing with { Default = Route.To("blue"), Rules = [Api, Api with { Priority = 200 }] },
        }));

        error.ShouldContain("Rule 'api' is given 2 times.");
        error.ShouldContain("Target 'blue' is given 2 times.");
    }

    [Fact]
    public async Task A_target_that_no_route_names_is_refused() =>
        (await Plan.ErrorOf(() => _ = new LoadBalancer("edge", Args with { Routing = new() { Default = Route.Respond(503, "Later."), Rules = [Api] } })))
            .ShouldBe(
            """
            LoadBalancer 'edge' cannot be built:
              - No route names the target 'green', so no listener would know it, and AWS refuses to scale clones by its requests. Name it in a route, with weight 0 beside others if it is to stand by, or take it away.
            """);

    private static Target TargetNamed(string key) => new() { Key = key, HealthCheck = new() { Path = "/health" } };

    private static Task<Plan> PlanOf(params IReadOnlyList<RoutingRule> rules) =>
        Plan.Of(() => _ = new LoadBalancer("edge", Args with { Routing = Args.Routing with { Rules = rules } }));
}
