using Infra.Components.Edge;
using Infra.Components.Networking;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Edge;

public sealed class TargetTests
{
    private static readonly Target Web = new() { Key = "web", HealthCheck = new() { Path = "/health" } };

    [Fact]
    public async Task Nothing_is_sticky_or_slow_unless_that_is_said()
    {
        var group = await GroupOf(Web);

        (group.Text("loadBalancingAlgorithmType"), group.Number("slowStart"), group.Flag("stickiness.enabled")).ShouldBe(("round_robin", 0, false));
        group.Inputs.Keys.ShouldNotContain("loadBalancingAnomalyMitigation");
    }

    [Fact]
    public async Task Machines_may_be_chosen_by_what_they_have_to_do() =>
        (await GroupOf(Web with { Algorithm = RoutingAlgorithm.LeastOutstandingRequests })).Text("loadBalancingAlgorithmType")
            .ShouldBe("least_outstanding_requests");

    [Fact]
    public async Task Chance_spares_machines_that_fail()
    {
        var group = await GroupOf(Web with { Algorithm = RoutingAlgorithm.WeightedRandom });

        (group.Text("loadBalancingAlgorithmType"), group.Text("loadBalancingAnomalyMitigation")).ShouldBe(("weighted_random", "on"));
    }

    [Fact]
    public async Task A_user_may_stay_with_a_machine_by_the_balancers_cookie_or_the_applications()
    {
        var balancers = await GroupOf(Web with { Stickiness = Stickiness.ByBalancerCookie(3600), SlowStartSeconds = 60 });
        (balancers.Flag("stickiness.enabled"), balancers.Text("stickiness.type"), balancers.Number("stickiness.cookieDuration"), balancers.Number("slowStart"))
            .ShouldBe((true, "lb_cookie", 3600, 60));

        var applications = await GroupOf(Web with { Stickiness = Stickiness.ByApplicationCookie("basket", 600) });
        (applications.Text("stickiness.type"), applications.Text("stickiness.cookieName")).ShouldBe(("app_cookie", "basket"));
    }

    [Fact]
    public void What_the_balancer_would_refuse_is_refused_here()
    {
        (Web with { SlowStartSeconds = 29 }).Check().ShouldBe(["Target 'web': SlowStartSeconds is 29; allowed is 0, or 30 to 900."]);
        (Web with { SlowStartSeconds = 60, Algorithm = RoutingAlgorithm.LeastOutstandingRequests }).Check()
            .ShouldBe(["Target 'web': a slow start is possible with round_robin only; its algorithm is least_outstanding_requests."]);
        (Web with { Stickiness = Stickiness.ByBalancerCookie(604_801), Algorithm = RoutingAlgorithm.WeightedRandom }).Check().ShouldBe(
        [
            "Target 'web': it cannot be sticky and choose by weighted_random at the same time.",
            "Target 'web': Stickiness lasts 604801 s; allowed is 1 to 604800.",
        ]);
        (Web with { Stickiness = Stickiness.ByApplicationCookie("AWSALBAPP", 60) }).Check()
            .ShouldBe(["Target 'web': Stickiness follows the cookie 'AWSALBAPP', but load balancers keep names that begin with AWSALB for themselves."]);
        (Web with { Stickiness = Stickiness.ByApplicationCookie("", 60) }).Check()
            .ShouldBe(["Target 'web': Stickiness names no cookie; expected is one that the application sets."]);
    }

    [Fact]
    public async Task A_balancer_between_layers_has_private_addresses_and_serves_over_TLS_too()
    {
        var plan = await Plan.Of(() => _ = new LoadBalancer("inner", Args(Web) with
        {
            Listening = Listening.Inside("arn:aws:acm:eu-central-1:123456789012:certificate/inner"),
            Subnets = Places.Subnets(SubnetTier.App, "a", "b"),
        }));

        plan.One("aws:lb/loadBalancer:LoadBalancer").Flag("internal").ShouldBe(true);
        plan.All("aws:lb/listener:Listener").Select(listener => (listener.Name, listener.Text("protocol"), listener.Text("defaultActions.0.type")))
            .ShouldBe([("inner-http", "HTTP", "redirect"), ("inner-https", "HTTPS", "forward")]);
    }

    [Fact]
    public async Task A_balancer_between_layers_may_speak_tls_too()
    {
        var plan = await Plan.Of(() => _ = new LoadBalancer("inner", Args(Web) with
        {
            Listening = Listening.Inside("arn:aws:acm:eu-central-1:123456789012:certificate/1"),
            Subnets = Places.Subnets(SubnetTier.App, "a", "b"),
        }));

        plan.One("aws:lb/listener:Listener", "inner-https").Text("certificateArn").ShouldBe("arn:aws:acm:eu-central-1:123456789012:certificate/1");
        plan.One("aws:lb/listener:Listener", "inner-http").Text("defaultActions.0.type").ShouldBe("redirect");
    }

    [Fact]
    public async Task A_target_names_what_scalers_count_by()
    {
        Output<string>? label = null;
        await Plan.Of(() => label = new LoadBalancer("edge", Args(Web)).TargetOf("web").RequestLabel);

        (await Pulumi.Utilities.OutputUtilities.GetValueAsync(label!)).ShouldBe("edge-suffix/edge-web-suffix");
    }

    [Fact]
    public async Task A_target_that_does_not_exist_is_named_with_those_that_do() =>
        (await Plan.ErrorOf(() => new LoadBalancer("edge", Args(Web)).TargetOf("wep"))).ShouldBe("LoadBalancer 'edge' has no target 'wep'; there are: web.");

    private static async Task<PlannedResource> GroupOf(Target target) =>
        (await Plan.Of(() => _ = new LoadBalancer("edge", Args(target)))).One("aws:lb/targetGroup:TargetGroup");

    private static LoadBalancerArgs Args(Target target) => new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        VpcId = "vpc-1",
        Subnets = Places.Subnets(SubnetTier.Public, "a", "b"),
        SecurityGroupId = "sg-1",
        Listening = Listening.OnInternet("arn:aws:acm:eu-central-1:123456789012:certificate/1"),
        Targets = [target],
        Routing = new() { Default = Route.To(target.Key) },
        DeletionProtection = true,
        AccessLogDays = 365,
    };
}
