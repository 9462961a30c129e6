using Infra.Stacks;
using Infra.Tests.Testing;

namespace Infra.Tests.Stacks;

public sealed class RegionHealthTests
{
    private const string Check = "aws:route53/healthCheck:HealthCheck";
    private const string Record = "aws:route53/record:Record";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public async Task Regions_are_answers_while_the_release_of_most_visitors_is_served()
    {
        var plan = await PlannedPlatform.Of("prod");

        var check = plan.One(Check, "serves-us-east-1");
        (check.Text("cloudwatchAlarmName"), check.Text("cloudwatchAlarmRegion"), check.Text("insufficientDataHealthStatus"))
            .ShouldBe((plan.One(Alarm, "alarms-us-east-1-edge-us-east-1-no-machine-web").Name, "us-east-1", "Unhealthy"));
        // Route 53 has a copy of the alarm: another balancer behind the same name must make it copy again.
        check.Text("triggers.metric").ShouldBe("AWS/ApplicationELB HealthyHostCount Maximum");
        check.Text("triggers.dimensions").ShouldBe("LoadBalancer=edge-us-east-1-suffix, TargetGroup=edge-us-east-1-web-suffix");
        (check.Text("triggers.threshold"), check.Text("triggers.periods")).ShouldBe(("LessThanThreshold 1", "2 of 60 s"));
        var records = plan.Some(Record)
            .Where(record => record.Text("name") is { } name && Balanced.Any(word => name.StartsWith(word, StringComparison.Ordinal))).ToList();
        records.Count.ShouldBe(10);
        records.ShouldAllBe(record => record.Flag("aliases.0.evaluateTargetHealth") == false
            && record.Text("healthCheckId")!.StartsWith("serves-", StringComparison.Ordinal));
    }

    // With targets evaluated by Route 53, machines of the next release that are not fit yet would take the region out of DNS.
    [Fact]
    public async Task Preparing_the_next_release_changes_nothing_about_who_answers()
    {
        var before = await PlannedPlatform.Of("prod");
        var after = await PlannedPlatform.Of(WithNext(0));

        Answers(after).ShouldBe(Answers(before));
    }

    [Theory]
    [InlineData(0, "web")]
    [InlineData(50, "web")]
    [InlineData(51, "next")]
    [InlineData(100, "next")]
    public async Task The_release_that_is_watched_is_the_one_of_most_visitors(int percent, string target) =>
        (await PlannedPlatform.Of(WithNext(percent))).One(Check, "serves-eu-central-1").Text("cloudwatchAlarmName")
            .ShouldBe($"alarms-eu-central-1-edge-eu-central-1-no-machine-{target}");

    [Fact]
    public void The_next_release_may_come_to_one_region_first()
    {
        var configuration = StackConfiguration.Of("prod");
        configuration["infra:webNextPercent"] = "5";
        configuration["infra:regions"] = configuration["infra:regions"].Replace(
            "\"ami-0c3d4e5f60718293a\"", "\"ami-0c3d4e5f60718293a\", \"nextImageId\": \"ami-0fedcba9876543210\"", StringComparison.Ordinal);

        var settings = StackSettings.Read("prod", configuration.Find);

        (settings.WebNextPercent, settings.Regions[0].NextImageId, settings.Regions[1].NextImageId).ShouldBe((5, null, "ami-0fedcba9876543210"));
    }

    private static readonly string[] Balanced = ["api.", "content.", "admin."];

    private static IEnumerable<string> Answers(Plan plan) => plan.Some(Record)
        .Select(record => $"{record.Name} {record.Flag("aliases.0.evaluateTargetHealth")} {record.Text("healthCheckId")}")
        .Concat(plan.Some(Check).Select(check => $"{check.Name} {check.Text("cloudwatchAlarmName")}"));

    private static StackSettings WithNext(int percent)
    {
        var settings = PlannedPlatform.SettingsOf("prod");
        return settings with
        {
            WebNextPercent = percent,
            Regions = [.. settings.Regions.Select(region => region with { NextImageId = "ami-0fedcba9876543210" })],
        };
    }
}
