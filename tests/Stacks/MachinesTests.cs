using System.Text;
using Infra.Tests.Testing;

namespace Infra.Tests.Stacks;

/// <summary>What machines of each tier are told, may do and can reach.</summary>
public sealed class MachinesTests
{
    // IAM and STS quotas, aggregate size of the policies within a role, read 2026-11.
    private const int MostCharacters = 10_240;

    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    [Theory]
    [InlineData("web")]
    [InlineData("app")]
    public async Task Whoever_serves_may_send_every_job_and_publish_every_event_and_knows_their_names(string tier)
    {
        var plan = await PlannedPlatform.Of("dev");

        var policy = plan.One(RolePolicy, $"{tier}-eu-central-1-role-jobs").Text("policy")!;
        foreach (var queue in new[] { "mails", "payments", "search-index" })
            policy.ShouldContain($":shop-dev-{queue}-eu-central-1");
        policy.ShouldContain("\"sns:Publish\"],\"Resource\":[\"arn:aws:sns:eu-central-1:123456789012:shop-dev-orders-topic-eu-central-1\"]");
        var script = BootScriptOf(plan, $"{tier}-eu-central-1");
        script.ShouldContain("\n      ORDERS_TOPIC_ARN=arn:aws:sns:eu-central-1:123456789012:shop-dev-orders-topic-eu-central-1\n");
        script.ShouldContain("\n      PAYMENTS_QUEUE_NAME=shop-dev-payments-eu-central-1.fifo\n");
    }

    [Theory]
    [InlineData("web-eu-central-1", "web")]
    [InlineData("app-eu-central-1", "app")]
    [InlineData("payments-workers-eu-central-1", "worker")]
    public async Task Machines_of_every_tier_reach_the_data_may_use_it_and_know_where_it_is(string machines, string tier)
    {
        var plan = await PlannedPlatform.Of("dev");

        foreach (var store in new[] { "database-3306", "database-proxy-3306", "document-27017", "graph-8182" })
            plan.Some(Ingress).ShouldContain(rule => rule.Name == $"firewall-eu-central-1-{tier}-to-{store}-ingress");
        foreach (var data in new[] { "orders", "accounts", "catalog", "carts", "content", "related" })
            plan.Some(RolePolicy).ShouldContain(policy => policy.Name == $"{machines}-role-{data}");
        BootScriptOf(plan, machines).ShouldContain("\n      ORDERS_DATABASE_WRITE_NAME=");
    }

    [Fact]
    public async Task Policies_within_a_role_have_room_for_thirty_queues()
    {
        var settings = PlannedPlatform.SettingsOf("prod");
        var queues = Enumerable.Range(1, 30).Select(number => settings.Queues[0] with { Key = $"queue-number-{number}", Topics = [] });
        var topics = Enumerable.Range(1, 10).Select(number => settings.Topics[0] with { Key = $"topic-number-{number}" });

        var plan = await PlannedPlatform.Of(settings with { Queues = [.. queues], Topics = [.. topics] });

        plan.Some(RolePolicy).GroupBy(policy => policy.Text("role")).ShouldAllBe(role => role.Sum(policy => policy.Text("policy")!.Length) < MostCharacters);
    }

    [Fact]
    public async Task Pools_of_connections_stand_only_where_there_is_a_proxy()
    {
        var plan = await PlannedPlatform.Of("prod");

        plan.Some("aws:ec2/securityGroup:SecurityGroup").Where(group => group.Text("tags.infra:tier") == "database-proxy").Select(group => group.Text("region"))
            .ShouldBe(plan.Some("aws:rds/proxy:Proxy").Select(proxy => proxy.Text("region")));
    }

    [Fact]
    public async Task Web_clones_count_viewers_and_app_clones_count_nobody()
    {
        var plan = await PlannedPlatform.Of("dev");

        BootScriptOf(plan, "web-eu-central-1").ShouldContain("limit_req_zone $client ");
        BootScriptOf(plan, "web-eu-central-1").ShouldContain("(?<viewer>");
        BootScriptOf(plan, "app-eu-central-1").ShouldContain("limit_req_zone \"\" ");
    }

    [Fact]
    public async Task Whoever_is_nearer_to_the_user_waits_longer()
    {
        var plan = await PlannedPlatform.Of("dev");

        var machine = int.Parse(BootScriptOf(plan, "web-eu-central-1").Split("proxy_read_timeout ")[^1].Split('s')[0], null);
        var balancer = plan.One("aws:lb/loadBalancer:LoadBalancer", "edge-eu-central-1").Number("idleTimeout");
        var distribution = plan.One("aws:cloudfront/distribution:Distribution");
        var waits = Enumerable.Range(0, distribution.List("origins").Length)
            .Select(index => distribution.Number($"origins.{index}.customOriginConfig.originReadTimeout")).OfType<double>().ToList();

        balancer!.Value.ShouldBeGreaterThan(machine);
        waits.ShouldNotBeEmpty();
        waits.ShouldAllBe(wait => wait > balancer);
    }

    private static string BootScriptOf(Plan plan, string name) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(plan.One("aws:ec2/launchTemplate:LaunchTemplate", name).Text("userData")!));
}
