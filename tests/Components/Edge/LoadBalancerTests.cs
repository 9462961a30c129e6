using System.Text.Json;
using Infra.Components.Edge;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Edge;

public sealed class LoadBalancerTests
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Listener = "aws:lb/listener:Listener";

    private static readonly Target Web = new() { Key = "web", HealthCheck = new() { Path = "/health" } };

    private static readonly LoadBalancerArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        VpcId = "vpc-1",
        Subnets = Places.Subnets(SubnetTier.Public, "a", "b"),
        SecurityGroupId = "sg-1",
        Listening = Listening.OnInternet("arn:aws:acm:eu-central-1:123456789012:certificate/1"),
        Targets = [Web],
        Routing = new() { Default = Route.To("web") },
        DeletionProtection = true,
        AccessLogDays = 365,
    };

    [Fact]
    public async Task A_balancer_behind_a_distribution_stands_on_the_internet_and_has_no_port_80()
    {
        var plan = await Plan.Of(() => _ = new LoadBalancer("edge", Args with
        {
            Listening = Listening.BehindDistribution("arn:aws:acm:eu-central-1:123456789012:certificate/1"),
        }));

        plan.One("aws:lb/loadBalancer:LoadBalancer").Flag("internal").ShouldBe(false);
        plan.One(Listener).Number("port").ShouldBe(443);
    }

    [Fact]
    public async Task Port_80_only_redirects_and_443_speaks_modern_tls_only()
    {
        var plan = await Plan.Of(() => _ = new LoadBalancer("edge", Args));

        var http = plan.One(Listener, "edge-http");
        (http.Text("protocol"), http.Number("port")).ShouldBe(("HTTP", 80));
        (http.Text("defaultActions.0.type"), http.Text("defaultActions.0.redirect.protocol"), http.Text("defaultActions.0.redirect.statusCode"))
            .ShouldBe(("redirect", "HTTPS", "HTTP_301"));
        var https = plan.One(Listener, "edge-https");
        (https.Text("protocol"), https.Number("port"), https.Text("sslPolicy")).ShouldBe(("HTTPS", 443, LoadBalancer.TlsPolicy));
        https.Text("certificateArn").ShouldBe("arn:aws:acm:eu-central-1:123456789012:certificate/1");
        https.Text("defaultActions.0.targetGroupArn").ShouldBe("arn:aws:mock:::edge-web");
    }

    [Fact]
    public async Task Requests_that_could_be_read_in_two_ways_are_not_passed_on()
    {
        var balancer = (await Plan.Of(() => _ = new LoadBalancer("edge", Args))).One(Balancer);

        balancer.Flag("dropInvalidHeaderFields").ShouldBe(true);
        balancer.Text("desyncMitigationMode").ShouldBe("defensive");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Protection_covers_the_balancer_and_its_logs(bool isProtected)
    {
        var plan = await Plan.Of(() => _ = new LoadBalancer("edge", Args with { DeletionProtection = isProtected }));

        plan.One(Balancer).Flag("enableDeletionProtection").ShouldBe(isProtected);
        plan.One("aws:s3/bucket:Bucket").Options.Protect.ShouldBe(isProtected);
        plan.One("aws:s3/bucket:Bucket").Flag("forceDestroy").ShouldBe(!isProtected);
    }

    [Fact]
    public async Task The_balancer_waits_for_the_policy_of_its_log_bucket()
    {
        var plan = await Plan.Of(() => _ = new LoadBalancer("edge", Args));

        plan.One(Balancer).DependsOn.ShouldBe(["edge-logs"]);
        plan.One(Balancer).Text("accessLogs.bucket").ShouldBe("edge-logs");
        plan.One("aws:s3/bucketPolicy:BucketPolicy").Parent!.Name.ShouldBe("edge-logs");
        plan.One("aws:s3/bucketPolicy:BucketPolicy").DependsOn.ShouldBe(["edge-logs"]);
    }

    [Fact]
    public async Task Only_load_balancers_of_this_account_and_region_may_write_logs_and_only_below_their_prefix()
    {
        var plan = await Plan.Of(() => _ = new LoadBalancer("edge", Args));

        using var policy = JsonDocument.Parse(plan.One("aws:s3/bucketPolicy:BucketPolicy").Text("policy")!);
        var statements = policy.RootElement.GetProperty("Statement").EnumerateArray()
            .ToDictionary(statement => statement.GetProperty("Sid").GetString()!, statement => statement.GetRawText());
        statements.Keys.ShouldBe(["DenyPlainHttp", "WriteAccessLogs"]);
        statements["WriteAccessLogs"].ShouldBe(
            """{"Sid":"WriteAccessLogs","Effect":"Allow","Principal":{"Service":"logdelivery.elasticloadbalancing.amazonaws.com"}"""
            + ""","Action":["s3:PutObject"],"Resource":["arn:aws:mock:::edge-logs/AWSLogs/123456789012/*"]"""
            + ""","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/*"}}}""");
    }

    [Fact]
    public async Task The_log_bucket_is_closed_encrypted_with_keys_of_s3_and_forgets_in_time()
    {
        var plan = await Plan.Of(() => _ = new LoadBalancer("edge", Args));

        var block = plan.One("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
        new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" }.ShouldAllBe(name => block.Flag(name) == true);
        plan.One("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
            .Text("rules.0.applyServerSideEncryptionByDefault.sseAlgorithm").ShouldBe("AES256");
        plan.One("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").Number("rules.0.expiration.days").ShouldBe(365);
        plan.One("aws:s3/bucketOwnershipControls:BucketOwnershipControls").Text("rule.objectOwnership").ShouldBe("BucketOwnerEnforced");
    }

    [Fact]
    public async Task A_target_group_is_named_by_the_provider_and_checked_as_declared()
    {
        var group = (await Plan.Of(() => _ = new LoadBalancer("edge", Args))).One("aws:lb/targetGroup:TargetGroup");

        group.Name.ShouldBe("edge-web");
        group.Inputs.Keys.ShouldNotContain("name");
        (group.Text("healthCheck.path"), group.Number("healthCheck.interval"), group.Number("healthCheck.timeout")).ShouldBe(("/health", 15, 5));
    }

    [Fact]
    public async Task Every_problem_of_a_load_balancer_is_told_at_once()
    {
        var error = await Plan.ErrorOf(() => _ = new LoadBalancer("a-name-that-is-far-too-long", Args with
        {
            Subnets = Places.Subnets(SubnetTier.App, "a"),
            AccessLogDays = 0,
            Targets =
            [
                new()
                {
                    Key = "web",
                    DrainSeconds = 3601,
                    HealthCheck = new() { Path = "health", IntervalSeconds = 4, TimeoutSeconds = 5, HealthyCount = 1, UnhealthyCount = 11, Matcher = "500" },
                },
            ],
        }));

        error.ShouldBe(
            """
            LoadBalancer 'a-name-that-is-far-too-long' cannot be built:
              - The name 'a-name-that-is-far-too-long' of the load balancer has 27 characters; allowed are 24, because AWS takes 32 and the provider adds 8. Give the component a shorter name.
              - The name 'a-name-that-is-far-too-long-web' of the target group has 31 characters; allowed are 24, because AWS takes 32 and the provider adds 8. Give the component a shorter name.
              - Its subnets lie in 1 zone(s); expected are at least 2, so that it survives the loss of one.
              - Subnet app-a (10.0.0.0/20) is of the app tier; expected are subnets of the public tier.
              - Target 'web': DrainSeconds is 3601; allowed is 0 to 3600.
              - Target 'web': the health check's Path is 'health'; expected a path such as /health, of at most 1024 characters without spaces.
              - Target 'web': the health check's IntervalSeconds is 4; allowed is 5 to 300.
              - Target 'web': the health check's TimeoutSeconds (5) is not below its IntervalSeconds (4).
              - Target 'web': the health check's HealthyCount is 1; allowed is 2 to 10.
              - Target 'web': the health check's UnhealthyCount is 11; allowed is 2 to 10.
              - Target 'web': the health check's Matcher is '500'; expected status codes from 200 to 499, such as 200, 200,204 or 200-299.
              - AccessLogDays is 0; expected is at least 1.
            """);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(121)]
    public void A_health_check_that_waits_too_short_or_too_long_is_refused(int seconds) =>
        new HealthCheck { Path = "/health", IntervalSeconds = 300, TimeoutSeconds = seconds }.Check()
            .ShouldBe([$"the health check's TimeoutSeconds is {seconds}; allowed is 2 to 120."]);
}
