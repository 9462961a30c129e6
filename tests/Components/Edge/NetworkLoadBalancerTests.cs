using System.Text.Json;
using Infra.Components.Edge;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Edge;

public sealed class NetworkLoadBalancerTests
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Group = "aws:lb/targetGroup:TargetGroup";

    private static readonly NetworkListener Http = new() { Key = "http", Port = 80, HealthCheck = new() { Path = "/health" } };

    private static readonly NetworkLoadBalancerArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        VpcId = "vpc-1",
        Subnets = Places.Subnets(SubnetTier.App, "a", "b"),
        SecurityGroupId = "sg-1",
        Scope = BalancerScope.Inside,
        Listeners = [Http],
        DeletionProtection = true,
        AccessLogDays = 30,
    };

    [Fact]
    public async Task It_has_a_security_group_from_the_start_and_serves_zones_that_have_no_machine()
    {
        var balancer = (await Plan.Of(() => _ = new NetworkLoadBalancer("apps", Args))).One(Balancer);

        balancer.List("securityGroups").ShouldBe(["sg-1"]);
        (balancer.Text("loadBalancerType"), balancer.Flag("internal"), balancer.Flag("enableCrossZoneLoadBalancing"), balancer.Flag("enableZonalShift"))
            .ShouldBe(("network", true, true, true));
        balancer.Text("enforceSecurityGroupInboundRulesOnPrivateLinkTraffic").ShouldBe("on");
        balancer.Inputs.Keys.ShouldNotContain("dropInvalidHeaderFields");
    }

    [Fact]
    public async Task A_listener_with_a_certificate_ends_tls_and_one_without_lets_bytes_through()
    {
        var plan = await Plan.Of(() => _ = new NetworkLoadBalancer("apps", Args with
        {
            Listeners = [Http, new() { Key = "tls", Port = 443, CertificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/1", TargetPort = 8443 }],
        }));

        var tls = plan.One(Listener, "apps-tls");
        (tls.Text("protocol"), tls.Text("sslPolicy"), tls.Text("certificateArn"))
            .ShouldBe(("TLS", LoadBalancer.TlsPolicy, "arn:aws:acm:eu-central-1:123456789012:certificate/1"));
        var http = plan.One(Listener, "apps-http");
        (http.Text("protocol"), http.Number("port"), http.Text("defaultActions.0.targetGroupArn")).ShouldBe(("TCP", 80, "arn:aws:mock:::apps-http"));
        http.Inputs.Keys.ShouldNotContain("sslPolicy");
        plan.One(Group, "apps-tls").Number("port").ShouldBe(8443);
    }

    [Fact]
    public async Task Machines_are_asked_over_http_or_must_at_least_take_a_connection()
    {
        var plan = await Plan.Of(() => _ = new NetworkLoadBalancer("apps", Args with
        {
            Listeners = [Http, new() { Key = "raw", Port = 9000, IsStickyBySource = true }],
        }));

        (plan.One(Group, "apps-http").Text("healthCheck.protocol"), plan.One(Group, "apps-http").Text("healthCheck.path")).ShouldBe(("HTTP", "/health"));
        var raw = plan.One(Group, "apps-raw");
        (raw.Text("healthCheck.protocol"), raw.Text("healthCheck.path"), raw.Text("healthCheck.matcher")).ShouldBe(("TCP", null, null));
        (raw.Flag("stickiness.enabled"), raw.Text("stickiness.type")).ShouldBe((true, "source_ip"));
    }

    [Fact]
    public async Task Log_delivery_of_this_account_and_region_may_look_at_the_bucket_and_write_below_its_prefix()
    {
        var plan = await Plan.Of(() => _ = new NetworkLoadBalancer("apps", Args));

        using var policy = JsonDocument.Parse(plan.One("aws:s3/bucketPolicy:BucketPolicy").Text("policy")!);
        var statements = policy.RootElement.GetProperty("Statement").EnumerateArray()
            .ToDictionary(statement => statement.GetProperty("Sid").GetString()!, statement => statement.GetRawText());
        statements.Keys.ShouldBe(["DenyPlainHttp", "CheckAccessLogs", "WriteAccessLogs"]);
        statements["WriteAccessLogs"].ShouldContain("\"arn:aws:mock:::apps-logs/AWSLogs/123456789012/*\"");
        statements["WriteAccessLogs"].ShouldContain("\"aws:SourceArn\":\"arn:aws:logs:eu-central-1:123456789012:*\"");
        statements["CheckAccessLogs"].ShouldContain("\"s3:GetBucketAcl\"");
        plan.One(Balancer).DependsOn.ShouldBe(["apps-logs"]);
    }

    [Fact]
    public async Task A_new_listener_changes_nothing_that_is_there()
    {
        var before = await Plan.Of(() => _ = new NetworkLoadBalancer("apps", Args));
        var after = await Plan.Of(() => _ = new NetworkLoadBalancer("apps", Args with { Listeners = [new() { Key = "first", Port = 22 }, Http] }));

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_listener_that_does_not_exist_is_named_with_those_that_do() =>
        (await Plan.ErrorOf(() => new NetworkLoadBalancer("apps", Args).TargetOf("https")))
            .ShouldBe("NetworkLoadBalancer 'apps' has no listener 'https'; there are: http.");

    [Fact]
    public async Task Every_problem_of_a_network_load_balancer_is_told_at_once()
    {
        var error = await Plan.ErrorOf(() => _ = new NetworkLoadBalancer("Apps", Args with
        {
            Scope = BalancerScope.Internet,
            Listeners =
            [
                Http, Http with { Port = 0, TargetPort = 70_000, DrainSeconds = -1, HealthCheck = new() { Path = "health" } },
                Http with { Key = "two words" },
            ],
            AccessLogDays = 0,
        }));

        error.ShouldBe(
            """
            NetworkLoadBalancer 'Apps' cannot be built:
              - The name 'Apps' of the load balancer may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - The name 'Apps-http' of the target group may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - The name 'Apps-http' of the target group may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - The name 'Apps-two words' of the target group may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - Subnet app-a (10.0.0.0/20) is of the app tier; expected are subnets of the public tier.
              - Subnet app-b (10.0.32.0/20) is of the app tier; expected are subnets of the public tier.
              - Listener 'http': Port is 0; allowed is 1 to 65535.
              - Listener 'http': TargetPort is 70000; allowed is 1 to 65535.
              - Listener 'http': DrainSeconds is -1; allowed is 0 to 3600.
              - Listener 'http': the health check's Path is 'health'; expected a path such as /health, of at most 1024 characters without spaces.
              - Listener 'two words': its key names resources; expected are lower-case words joined by hyphens.
              - Listener 'http' is given 2 times.
              - Port 80 has 2 listeners; allowed is one.
              - The name 'Apps-logs' of the bucket may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - AccessLogDays is 0; expected is at least 1.
            """);
    }

    [Fact]
    public async Task A_balancer_without_listeners_is_refused() =>
        (await Plan.ErrorOf(() => _ = new NetworkLoadBalancer("apps", Args with { Listeners = [] })))
            .ShouldContain("It has no listener; expected is at least one.");
}
