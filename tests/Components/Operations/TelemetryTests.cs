using Infra.Components.Encryption;
using Infra.Components.Operations;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Operations;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Each_component_has_its_alarms_and_whoever_knows_better_changes_one()
    {
        var alarms = (await Example()).Some("aws:cloudwatch/metricAlarm:MetricAlarm").ToDictionary(alarm => alarm.Name["alarms-eu-central-1-".Length..]);

        alarms.Keys.ShouldBe(
        [
            "edge-eu-central-1-errors", "edge-eu-central-1-slow", "edge-eu-central-1-no-machine-api", "edge-eu-central-1-no-machine-web",
            "web-eu-central-1-busy", "web-eu-central-1-gone",
            "sessions-eu-central-1-full", "sessions-eu-central-1-busy", "sessions-eu-central-1-evictions",
        ], ignoreOrder: true);
        alarms["edge-eu-central-1-slow"].Number("threshold").ShouldBe(0.5);
    }

    // The whole ARN is what everybody tries first, and it finds nothing.
    [Fact]
    public async Task Metrics_of_balancers_are_asked_for_by_the_suffix_of_the_arn()
    {
        var plan = await Example();

        var alarm = plan.One("aws:cloudwatch/metricAlarm:MetricAlarm", "alarms-eu-central-1-edge-eu-central-1-no-machine-web");
        alarm.Text("dimensions.LoadBalancer").ShouldBe("edge-eu-central-1-suffix");
        alarm.Text("dimensions.TargetGroup").ShouldBe("edge-eu-central-1-web-suffix");
        alarm.Text("treatMissingData").ShouldBe("breaching");
        plan.One("aws:cloudwatch/metricAlarm:MetricAlarm", "alarms-eu-central-1-edge-eu-central-1-errors")
            .Text("metricQueries.1.metric.dimensions.LoadBalancer").ShouldBe("edge-eu-central-1-suffix");
    }

    // One zone whose last machine went is no reason to say that nobody serves.
    [Fact]
    public async Task No_machine_serves_when_none_does_in_any_zone()
    {
        var alarm = (await Example()).One("aws:cloudwatch/metricAlarm:MetricAlarm", "alarms-eu-central-1-edge-eu-central-1-no-machine-web");

        (alarm.Text("metricName"), alarm.Text("statistic"), alarm.Text("comparisonOperator"), alarm.Number("threshold"))
            .ShouldBe(("HealthyHostCount", "Maximum", "LessThanThreshold", 1));
        alarm.At("dimensions.AvailabilityZone").ShouldBeNull();
    }

    [Fact]
    public async Task A_cache_is_as_full_as_its_fullest_node()
    {
        var alarm = (await Example()).One("aws:cloudwatch/metricAlarm:MetricAlarm", "alarms-eu-central-1-sessions-eu-central-1-full");

        alarm.Text("metricQueries.0.expression").ShouldBe("MAX([n1, n2, n3])");
        alarm.Text("metricQueries.3.metric.dimensions.CacheClusterId").ShouldBe("sessions-eu-central-1-group-003");
    }

    [Fact]
    public async Task The_page_shows_what_every_component_draws()
    {
        var body = (await Example()).One("aws:cloudwatch/dashboard:Dashboard").Text("dashboardBody")!;

        body.ShouldContain("## edge-eu-central-1 (eu-central-1)");
        body.ShouldContain("""["AWS/EC2","CPUUtilization","AutoScalingGroupName","web-eu-central-1",""");
        body.ShouldContain("\"CacheClusterId\",\"sessions-eu-central-1-group-002\"");
    }

    [Fact]
    public async Task A_canary_that_falls_silent_is_one_that_fails()
    {
        var telemetry = default(Telemetry);
        await Plan.Of(() => telemetry = OperationsExamples.Canary().Telemetry);

        var alarm = telemetry!.Alarms.ShouldHaveSingleItem();
        alarm.Key.ShouldBe("failing");
        alarm.Silence.ShouldBe(Silence.IsBad);
    }

    private static Task<Plan> Example() => Plan.Of(() =>
    {
        var network = Examples.Network();
        var (firewall, loadBalancers, web, caches) = Examples.Firewall(network);
        var edge = Examples.LoadBalancer(network, firewall, loadBalancers);
        var sessions = Examples.Cache(network, firewall, caches, Data.DataExamples.Key());
        var clones = Examples.WebCluster(network, firewall, web, edge, sessions, Examples.WebServer(sessions));
        var key = new EncryptionKey("alarm-key",
            new() { Naming = Places.Naming, Location = Places.Frankfurt, Purpose = KeyPurpose.Alarms, DeletionProtection = true });
        OperationsExamples.Observability(edge, clones, sessions, key);
    });
}
