using Infra.Components.Dns;
using Infra.Components.Edge;
using Infra.Components.Operations;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Edge;

/// <summary>What the way in tells of itself, as the alarms and graphs that are made of it.</summary>
public sealed class FrontTelemetryTests
{
    private const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public async Task What_is_before_distributions_is_watched_where_global_services_keep_their_metrics()
    {
        var plan = await Front();

        plan.Some(MetricAlarm).ShouldAllBe(alarm => alarm.Text("region") == "us-east-1");
        plan.Some(MetricAlarm).Select(alarm => alarm.Name).ShouldBe(
        [
            "alarms-us-east-1-cdn-errors", "alarms-us-east-1-site-function", "alarms-us-east-1-waf-cdn-us-east-1-stopped",
            "alarms-us-east-1-certificate-us-east-1-expiry", "alarms-us-east-1-front-door-unhealthy",
        ]);
    }

    [Fact]
    public async Task A_distribution_is_judged_by_its_share_of_errors_once_there_are_enough_requests()
    {
        var plan = await Front();

        var alarm = plan.One(MetricAlarm, "alarms-us-east-1-cdn-errors");
        alarm.Text("metricQueries.0.expression").ShouldBe("IF(FILL(requests, 0) > 100, FILL(errors, 0), 0)");
        (alarm.Text("metricQueries.1.metric.metricName"), alarm.Text("metricQueries.1.metric.stat")).ShouldBe(("5xxErrorRate", "Average"));
        (alarm.Text("metricQueries.2.metric.metricName"), alarm.Text("metricQueries.2.metric.stat")).ShouldBe(("Requests", "Sum"));
        (alarm.Text("metricQueries.2.metric.dimensions.DistributionId"), alarm.Text("metricQueries.2.metric.dimensions.Region")).ShouldBe(("cdn-id", "Global"));
        plan.One("aws:cloudfront/monitoringSubscription:MonitoringSubscription")
            .Text("monitoringSubscription.realtimeMetricsSubscriptionConfig.realtimeMetricsSubscriptionStatus").ShouldBe("Enabled");
    }

    [Fact]
    public async Task A_site_is_judged_by_the_function_that_finds_its_files()
    {
        var alarm = (await Front()).One(MetricAlarm, "alarms-us-east-1-site-function");

        alarm.Text("metricQueries.0.expression").ShouldBe("FILL(failed, 0) + FILL(wrong, 0) + FILL(throttled, 0)");
        (alarm.Text("metricQueries.1.metric.metricName"), alarm.Text("metricQueries.1.metric.dimensions.Region"))
            .ShouldBe(("FunctionExecutionErrors", "Global"));
        alarm.Text("metricQueries.1.metric.dimensions.FunctionName").ShouldStartWith("site");
        alarm.Number("threshold").ShouldBe(0);
    }

    [Fact]
    public async Task A_firewall_before_distributions_is_asked_for_without_a_region()
    {
        var alarm = (await Front()).One(MetricAlarm, "alarms-us-east-1-waf-cdn-us-east-1-stopped");

        (alarm.Text("metricQueries.1.metric.namespace"), alarm.Text("metricQueries.1.metric.metricName")).ShouldBe(("AWS/WAFV2", "AllowedRequests"));
        (alarm.Text("metricQueries.1.metric.dimensions.WebACL"), alarm.Text("metricQueries.1.metric.dimensions.Rule"),
                alarm.At("metricQueries.1.metric.dimensions.Region"))
            .ShouldBe(("waf-cdn-us-east-1", "ALL", null));
        alarm.Text("alarmDescription")!.ShouldContain("The log group aws-waf-logs-shop-test-waf-cdn-us-east-1 names");
    }

    [Fact]
    public async Task A_firewall_before_balancers_is_asked_for_in_their_region_rule_by_rule()
    {
        EdgeFirewall? waf = null;
        var plan = await Plan.Of(() =>
        {
            var network = Examples.Network();
            var (firewall, loadBalancers, _, _) = Examples.Firewall(network);
            waf = new EdgeFirewall("waf", new()
            {
                Naming = Places.Naming,
                Location = Places.Frankfurt,
                Place = new BeforeBalancers(new Dictionary<string, LoadBalancer> { ["edge"] = Examples.LoadBalancer(network, firewall, loadBalancers) }),
                ManagedRules = [ManagedRules.SqlDatabase, ManagedRules.Core],
                RateLimit = new() { Requests = 2000 },
                Countries = Countries.AllBut("XX"),
                LogDays = 30,
            });
        });

        var telemetry = waf!.Telemetry;
        telemetry.Region.ShouldBe("eu-central-1");
        var lines = telemetry.Widgets.Single(widget => widget.Title == "Stopped, by rule").Lines.Cast<Metric>().ToList();
        lines.Select(line => line.Label).ShouldBe(["allowed-addresses", "blocked-addresses", "countries", "rate-limit", "core", "sql-database"]);
        lines.ShouldAllBe(line => line.Dimensions.Keys.Order().SequenceEqual(new[] { "Region", "Rule", "WebACL" }));

        // The graph finds only what the rules call themselves.
        var acl = plan.One("aws:wafv2/webAcl:WebAcl");
        acl.Text("visibilityConfig.metricName").ShouldBe("waf");
        var named = Enumerable.Range(0, lines.Count).Select(index => acl.Text($"rules.{index}.visibilityConfig.metricName"));
        named.ShouldBe(["waf-allowed-addresses", "waf-blocked-addresses", "waf-countries", "waf-rate-limit", "waf-core", "waf-sql-database"]);
    }

    [Fact]
    public async Task A_certificate_tells_in_each_of_its_regions_that_it_was_not_renewed()
    {
        Certificate? certificate = null;
        await Plan.Of(() => certificate = new Certificate("certificate", new()
        {
            Naming = Places.Naming,
            Zone = new Zone("zone", Places.PublicZone),
            Domains = [DomainName.Parse("shop.example")],
            Regions = ["us-east-1", "eu-central-1"],
        }));

        certificate!.Telemetry.Select(telemetry => (telemetry.Source, telemetry.Region))
            .ShouldBe([("certificate-eu-central-1", "eu-central-1"), ("certificate-us-east-1", "us-east-1")]);
        var alarm = certificate.Telemetry[0].Alarms.ShouldHaveSingleItem();
        (alarm.Comparison, alarm.Threshold, alarm.Periods, alarm.Silence).ShouldBe((Comparison.Below, 30, 1, Silence.SaysNothing));
        var metric = alarm.Measure.ShouldBeOfType<Metric>();
        (metric.Namespace, metric.Name, metric.PeriodSeconds, metric.Statistic).ShouldBe(("AWS/CertificateManager", "DaysToExpiry", 86_400, Statistic.Minimum));
    }

    [Theory]
    [InlineData("AWS/CloudFront")]
    [InlineData("AWS/Route53")]
    public async Task Metrics_of_global_services_are_refused_anywhere_else(string source) =>
        (await Plan.ErrorOf(() => _ = new Dashboard("page", new()
        {
            Naming = Places.Naming,
            Location = Places.Frankfurt,
            Telemetry =
            [
                new()
                {
                    Source = "front",
                    Region = "eu-central-1",
                    Widgets =
                    [
                        new("Requests", new Metric
                        {
                            Label = "requests",
                            Namespace = source,
                            Name = "Requests",
                            Dimensions = new Dictionary<string, Input<string>>(),
                            Statistic = Statistic.Sum,
                        }),
                    ],
                },
            ],
        }))).ShouldContain($"Requests is a metric of {source}, which exist in us-east-1 alone; here it is eu-central-1.");

    private static Task<Plan> Front() => Plan.Of(() =>
    {
        var zone = FrontExamples.Zone();
        var certificate = FrontExamples.Certificate(zone);
        var (waf, site) = (FrontExamples.EdgeFirewall(), FrontExamples.StaticSite(Repository.Root));
        var cdn = FrontExamples.Cdn(zone, certificate, waf, site, FrontExamples.OriginSecret());
        var check = new DnsHealthCheck("front-door", new()
        {
            Naming = Places.Naming,
            Location = Places.Frankfurt,
            Probe = new EndpointProbe { Host = zone.Domain, Path = "/health" },
        });
        _ = new Alarms("alarms-us-east-1", new()
        {
            Naming = Places.Naming,
            Location = Places.Frankfurt.Global(),
            TopicArn = "arn:aws:sns:us-east-1:123456789012:alarms",
            Telemetry =
            [
                cdn.Telemetry, site.Telemetry, waf.Telemetry, certificate.Telemetry.Single(telemetry => telemetry.Region == "us-east-1"), check.Telemetry,
            ],
        });
    });
}
