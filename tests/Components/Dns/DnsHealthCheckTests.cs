using Infra.Components.Dns;
using Infra.Components.Operations;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Dns;

public sealed class DnsHealthCheckTests
{
    private const string Check = "aws:route53/healthCheck:HealthCheck";

    private static readonly EndpointProbe Probe = new() { Host = DomainName.Parse("www.shop.example"), Path = "/health" };

    private static readonly AlarmProbe Alarm = new(new("no-healthy-host", new() { ["threshold"] = "LessThanThreshold 1" }), "eu-central-1");

    private static readonly DnsHealthCheckArgs Args = new() { Naming = Places.Naming, Location = Places.Frankfurt, Probe = Probe };

    [Fact]
    public async Task A_page_is_asked_for_over_https_by_its_name()
    {
        var check = (await Plan.Of(() => _ = new DnsHealthCheck("front", Args))).One(Check);

        (check.Text("type"), check.Text("fqdn"), check.Number("port"), check.Flag("enableSni"), check.Text("resourcePath"))
            .ShouldBe(("HTTPS", "www.shop.example", 443, true, "/health"));
        (check.Number("requestInterval"), check.Number("failureThreshold")).ShouldBe((30, 3));
        check.Inputs.Keys.ShouldNotContain("disabled");
    }

    [Fact]
    public async Task A_text_may_be_looked_for()
    {
        var check = (await Plan.Of(() => _ = new DnsHealthCheck("front", Args with
        {
            Probe = Probe with { SearchText = "Welcome", Address = "203.0.113.7", FromRegions = ["eu-west-1", "us-east-1", "us-west-2"] },
        }))).One(Check);

        (check.Text("type"), check.Text("searchString"), check.Text("ipAddress"), check.List("regions").Length)
            .ShouldBe(("HTTPS_STR_MATCH", "Welcome", "203.0.113.7", 3));
    }

    [Fact]
    public async Task An_alarm_stands_in_for_what_the_internet_cannot_reach()
    {
        var check = (await Plan.Of(() => _ = new DnsHealthCheck("front", Args with { Probe = Alarm }))).One(Check);

        (check.Text("type"), check.Text("cloudwatchAlarmName"), check.Text("cloudwatchAlarmRegion"), check.Text("triggers.threshold"))
            .ShouldBe(("CLOUDWATCH_METRIC", "no-healthy-host", "eu-central-1", "LessThanThreshold 1"));
    }

    [Theory]
    [InlineData(Silence.IsFine, "Healthy")]
    [InlineData(Silence.IsBad, "Unhealthy")]
    [InlineData(Silence.SaysNothing, "LastKnownStatus")]
    public async Task What_silence_of_an_alarm_means_is_decided(Silence silence, string status) =>
        (await Plan.Of(() => _ = new DnsHealthCheck("front", Args with { Probe = Alarm with { Silence = silence } })))
            .One(Check).Text("insufficientDataHealthStatus").ShouldBe(status);

    [Fact]
    public async Task Checks_may_be_combined()
    {
        var check = (await Plan.Of(() => _ = new DnsHealthCheck("front", Args with { Probe = new CombinedProbe(["check-1", "check-2"], 1) }))).One(Check);

        (check.Text("type"), check.Number("childHealthThreshold"), check.List("childHealthchecks").Length).ShouldBe(("CALCULATED", 1, 2));
    }

    [Fact]
    public async Task It_tells_where_the_metric_is_and_takes_silence_for_illness()
    {
        DnsHealthCheck? check = null;
        var plan = await Plan.Of(() =>
        {
            check = new DnsHealthCheck("front", Args);
            _ = new Alarms("alarms", new()
            {
                Naming = Places.Naming,
                Location = Places.Frankfurt.Global(),
                TopicArn = "arn:aws:sns:us-east-1:123456789012:alarms",
                Telemetry = [check.Telemetry],
            });
        });

        var alarm = plan.One("aws:cloudwatch/metricAlarm:MetricAlarm", "alarms-front-unhealthy");
        (alarm.Text("region"), alarm.Text("namespace"), alarm.Text("metricName"), alarm.Text("dimensions.HealthCheckId"))
            .ShouldBe(("us-east-1", "AWS/Route53", "HealthCheckStatus", "front-id"));
        (alarm.Text("comparisonOperator"), alarm.Number("threshold"), alarm.Text("treatMissingData")).ShouldBe(("LessThanThreshold", 1, "breaching"));
        alarm.Text("alarmDescription").ShouldBe(
            "https://www.shop.example/health gives no good answer to the world. "
            + "Route 53 calls front unhealthy, and answers that hang on it are given no more.");
        check!.Telemetry.Widgets.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Only_what_is_asked_has_an_answering_time()
    {
        DnsHealthCheck? alarm = null, combined = null;
        await Plan.Of(() =>
        {
            alarm = new DnsHealthCheck("alarm", Args with { Probe = Alarm });
            combined = new DnsHealthCheck("combined", Args with { Probe = new CombinedProbe(["check-1", "check-2"], 1) });
        });

        alarm!.Telemetry.Widgets.ShouldHaveSingleItem().Title.ShouldBe("Healthy");
        alarm.Telemetry.Alarms.Single().Says.ShouldStartWith("An alarm in eu-central-1 tells that something is down.");
        combined!.Telemetry.Alarms.Single().Says.ShouldStartWith("Fewer than 1 of 2 health checks pass.");
    }

    [Fact]
    public async Task Every_problem_of_a_probe_is_told_at_once() =>
        (await ErrorOf(new EndpointProbe
        {
            Host = DomainName.Parse("*.shop.example"),
            Path = "health",
            Address = "10.0.0.7",
            SearchText = "",
            IntervalSeconds = 20,
            FailureThreshold = 11,
            FromRegions = ["eu-central-1"],
        })).ShouldBe(
            """
            DnsHealthCheck 'front' cannot be built:
              - Host is *.shop.example; expected is the name of one host.
              - In its probe the health check's Path is 'health'; expected a path such as /health, of at most 1024 characters without spaces.
              - Address is 10.0.0.7, which the checkers of Route 53 cannot reach; watch an alarm instead.
              - SearchText has 0 characters; allowed are 1 to 255.
              - IntervalSeconds is 20; allowed is 10 or 30.
              - FailureThreshold is 11; allowed is 1 to 10.
              - FromRegions names 1 region(s); expected are none or at least 3.
              - FromRegions names 'eu-central-1'; allowed are ap-northeast-1, ap-southeast-1, ap-southeast-2, eu-west-1, sa-east-1, us-east-1, us-west-1, us-west-2.
            """);

    [Fact]
    public async Task Other_probes_have_limits_as_well()
    {
        (await ErrorOf(Probe with { Address = "somewhere" })).ShouldContain("Address is 'somewhere', which is no IPv4 address.");
        (await ErrorOf(Alarm with { Region = "here" })).ShouldContain("The alarm's region is 'here'; expected is a name such as eu-central-1.");
        (await ErrorOf(new CombinedProbe(["check-1"], 0)))
            .ShouldContain("HealthyNeeded is 0; allowed is 1 to 1, the number of checks: 0 would always be healthy.");
        (await ErrorOf(new CombinedProbe([], 1))).ShouldContain("It combines 0 checks; allowed are 1 to 255.");
    }

    private static Task<string> ErrorOf(HealthProbe probe) => Plan.ErrorOf(() => _ = new DnsHealthCheck("front", Args with { Probe = probe }));
}
