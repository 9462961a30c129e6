using Infra.Components.Compute;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Compute;

public sealed class CloneScalingTests
{
    private const string Policy = "aws:autoscaling/policy:Policy";
    private const string Group = "aws:autoscaling/group:Group";

    private static readonly CloneScaling Scaling = new() { Minimum = 2, Maximum = 6 };

    private static readonly CloneSchedule Mornings = new()
    {
        Key = "mornings",
        Recurrence = "0 7 * * MON-FRI",
        TimeZone = "Europe/Berlin",
        Minimum = 4,
        Maximum = 12,
    };

    private static WebClusterArgs Args => new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Subnets = Places.Subnets(SubnetTier.App, "a", "b"),
        SecurityGroupId = "sg-1",
        Targets = [Places.Target],
        Machine = new() { Image = "ami-0123456789abcdef0", InstanceType = "t4g.small", BootScript = new("#!/bin/sh\n") },
        Scaling = Scaling,
    };

    [Fact]
    public async Task Clones_may_follow_the_requests_that_each_of_them_gets()
    {
        var policy = (await PlanOf(args => args with { Scaling = Scaling with { RequestsPerMinute = 600 } })).One(Policy, "web-requests");

        policy.Text("targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType").ShouldBe("ALBRequestCountPerTarget");
        policy.Text("targetTrackingConfiguration.predefinedMetricSpecification.resourceLabel").ShouldBe("app/edge/1/targetgroup/web/2");
        policy.Number("targetTrackingConfiguration.targetValue").ShouldBe(600);
        policy.DependsOn.ShouldBe(["standing"]);
    }

    [Fact]
    public async Task Requests_of_two_balancers_or_of_none_are_not_counted()
    {
        const string problem = "RequestsPerMinute needs exactly one target of a LoadBalancer, whose requests are counted.";
        var counting = Scaling with { RequestsPerMinute = 600 };

        (await Plan.ErrorOf(() => _ = new WebCluster("web", Args with
        {
            Scaling = counting,
            Targets = [Places.Target with { RequestLabel = null }],
        }))).ShouldContain(problem);
        (await Plan.ErrorOf(() => _ = new WebCluster("web", Args with { Scaling = counting, Targets = [Places.Target, Places.Target] })))
            .ShouldContain(problem);
    }

    [Theory]
    [InlineData(LoadForecast.Shown, "ForecastOnly")]
    [InlineData(LoadForecast.Followed, "ForecastAndScale")]
    public async Task Past_weeks_may_say_what_load_to_expect(LoadForecast forecast, string mode)
    {
        var policy = (await PlanOf(args => args with { Scaling = Scaling with { Forecast = forecast } })).One(Policy, "web-forecast");

        (policy.Text("policyType"), policy.Text("predictiveScalingConfiguration.mode")).ShouldBe(("PredictiveScaling", mode));
        policy.Text("predictiveScalingConfiguration.metricSpecification.predefinedMetricPairSpecification.predefinedMetricType").ShouldBe("ASGCPUUtilization");
    }

    [Fact]
    public async Task A_schedule_moves_the_bounds_and_leaves_the_number_to_the_scaler()
    {
        var schedule = (await PlanOf(args => args with { Scaling = Scaling with { Schedules = [Mornings] } }))
            .One("aws:autoscaling/schedule:Schedule", "web-mornings");

        (schedule.Text("recurrence"), schedule.Text("timeZone")).ShouldBe(("0 7 * * MON-FRI", "Europe/Berlin"));
        (schedule.Number("minSize"), schedule.Number("maxSize"), schedule.Number("desiredCapacity")).ShouldBe((4, 12, -1));
    }

    [Fact]
    public async Task A_new_schedule_changes_nothing_that_is_there()
    {
        var before = await PlanOf(args => args with { Scaling = Scaling with { Schedules = [Mornings] } });
        var after = await PlanOf(args => args with { Scaling = Scaling with { Schedules = [Mornings with { Key = "evenings" }, Mornings] } });

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Machines_of_several_types_on_demand_and_spot_make_one_group()
    {
        var group = (await PlanOf(args => args with
        {
            Mix = new() { Types = [new("m7g.large"), new("m7g.xlarge", 2)], OnDemandBase = 2, OnDemandPercent = 50 },
        })).One(Group);

        group.Inputs.Keys.ShouldNotContain("launchTemplate");
        group.Text("mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version").ShouldBe("7");
        group.Text("mixedInstancesPolicy.launchTemplate.overrides.1.instanceType").ShouldBe("m7g.xlarge");
        group.Text("mixedInstancesPolicy.launchTemplate.overrides.1.weightedCapacity").ShouldBe("2");
        group.Number("mixedInstancesPolicy.instancesDistribution.onDemandBaseCapacity").ShouldBe(2);
        group.Text("mixedInstancesPolicy.instancesDistribution.spotAllocationStrategy").ShouldBe("price-capacity-optimized");
        group.Flag("capacityRebalance").ShouldBe(true);
    }

    [Fact]
    public async Task Machines_may_wait_in_reserve_be_held_by_hooks_and_live_for_days()
    {
        var plan = await PlanOf(args => args with
        {
            Lifecycle = new()
            {
                WarmPool = new(2),
                Hooks =
                [
                    new() { Key = "drain", Moment = LifecycleMoment.Terminating, TimeoutSeconds = 300, ContinuesUnanswered = true },
                    new() { Key = "warm-up", Moment = LifecycleMoment.Launching, TimeoutSeconds = 60, ContinuesUnanswered = false },
                ],
                LifeDays = 30,
                RollbackAlarms = "web-errors",
            },
        });
        var group = plan.One(Group);

        (group.Number("warmPool.minSize"), group.Text("warmPool.poolState"), group.Number("maxInstanceLifetime")).ShouldBe((2, "Stopped", 30 * 86_400));
        group.List("instanceRefresh.preferences.alarmSpecification.alarms").ShouldBe(["web-errors"]);
        plan.Some("aws:autoscaling/lifecycleHook:LifecycleHook")
            .Select(hook => (hook.Text("name"), hook.Text("lifecycleTransition"), hook.Number("heartbeatTimeout"), hook.Text("defaultResult")))
            .ShouldBe([("drain", "autoscaling:EC2_INSTANCE_TERMINATING", 300, "CONTINUE"), ("warm-up", "autoscaling:EC2_INSTANCE_LAUNCHING", 60, "ABANDON")]);
    }

    [Fact]
    public async Task Hooks_at_the_launch_are_there_before_the_first_clone_and_a_change_of_them_replaces_no_group()
    {
        var group = (await PlanOf(args => args with
        {
            Lifecycle = new()
            {
                Hooks =
                [
                    new() { Key = "drain", Moment = LifecycleMoment.Terminating, TimeoutSeconds = 300, ContinuesUnanswered = true },
                    new() { Key = "warm-up", Moment = LifecycleMoment.Launching, TimeoutSeconds = 60, ContinuesUnanswered = false },
                ],
            },
        })).One(Group);

        group.List("initialLifecycleHooks").Length.ShouldBe(1);
        (group.Text("initialLifecycleHooks.0.name"), group.Text("initialLifecycleHooks.0.lifecycleTransition"),
                group.Text("initialLifecycleHooks.0.defaultResult"))
            .ShouldBe(("warm-up", "autoscaling:EC2_INSTANCE_LAUNCHING", "ABANDON"));
        group.Options.IgnoreChanges.ShouldBe(["desiredCapacity", "initialLifecycleHooks"]);
    }

    [Fact]
    public async Task Every_problem_of_scaling_and_lifecycle_is_told_at_once()
    {
        var error = await Plan.ErrorOf(() => _ = new WebCluster("web", Args with
        {
            Targets = [],
            Scaling = Scaling with
            {
                RequestsPerMinute = 0,
                Schedules = [Mornings, Mornings with { Recurrence = "7 o'clock", TimeZone = "UTC+1", Minimum = 0 }],
            },
            Mix = new() { Types = [new("large"), new("m7g.large", 0), new("m7g.large", 7)], OnDemandBase = 7, OnDemandPercent = 101 },
            Lifecycle = new()
            {
                WarmPool = new(7),
                LifeDays = 0,
                Hooks = [new() { Key = "Drain", Moment = LifecycleMoment.Launching, TimeoutSeconds = 29, ContinuesUnanswered = false }],
            },
        }));

        error.ShouldBe(
            """
            WebCluster 'web' cannot be built:
              - It has no target; expected is at least one, from the TargetOf of a load balancer.
              - RequestsPerMinute needs exactly one target of a LoadBalancer, whose requests are counted.
              - A warm pool and a mix of machines exclude each other: AWS keeps no spot machines in reserve, and none that have weights.
              - RequestsPerMinute is 0; expected is at least 1.
              - Schedule 'mornings': Recurrence is '7 o'clock'; expected are five fields of cron, such as 0 7 * * MON-FRI.
              - Schedule 'mornings': TimeZone is 'UTC+1'; expected is a name of the IANA database, such as Europe/Berlin.
              - Schedule 'mornings': Minimum is 0 and Maximum is 12; expected are at least 1 clone and no maximum below the minimum.
              - Schedule 'mornings' is given 2 times.
              - Mix has the type 'large'; expected a type such as t4g.small.
              - Mix has the type 'm7g.large' 2 times.
              - The weight of 'm7g.large' is 0; allowed is 1 to 999.
              - The weight of 'm7g.large' is 7, more than the group's Maximum of 6 units.
              - OnDemandBase is 7; allowed is 0 to the Maximum of 6.
              - OnDemandPercent is 101; allowed is 0 to 100.
              - LifeDays is 0; allowed is 1 to 365.
              - The warm pool's Minimum is 7; allowed is 1 to the group's Maximum of 6.
              - Hook 'Drain': expected is a key of lower-case words joined by hyphens.
              - Hook 'Drain': TimeoutSeconds is 29; allowed is 30 to 7200.
            """);
    }

    [Fact]
    public async Task A_name_that_is_too_long_for_the_role_is_told_by_the_cluster() =>
        (await Plan.ErrorOf(() => _ = new WebCluster(new string('w', 52), Args))).ShouldContain("of the role has 57 characters; allowed are 56");

    [Theory]
    [InlineData(0)]
    [InlineData(41)]
    public void A_mix_of_no_types_or_of_too_many_is_refused(int count) =>
        new MachineMix
        {
            Types = [.. Enumerable.Range(0, count).Select(number => new WeightedType($"m{number}g.large"))],
            OnDemandBase = 0,
            OnDemandPercent = 0,
        }.Check(Scaling).ShouldBe([$"Mix has {count} types; allowed is 1 to 40."]);

    [Theory]
    [InlineData(0)]
    [InlineData(65_537)]
    public async Task A_disk_that_EC2_does_not_have_is_refused(int gibibytes) =>
        (await Plan.ErrorOf(() => _ = new WebCluster("web", Args with { Machine = Args.Machine with { RootVolumeGibibytes = gibibytes } })))
            .ShouldContain($"RootVolumeGibibytes is {gibibytes}; allowed is 1 to 65536.");

    private static Task<Plan> PlanOf(Func<WebClusterArgs, WebClusterArgs> change) => Plan.Of(() => _ = new WebCluster("web", change(Args)));
}
