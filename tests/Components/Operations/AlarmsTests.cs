using Infra.Components.Operations;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Operations;

public sealed class AlarmsTests
{
    private const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private static readonly Metric Requests = new()
    {
        Label = "requests",
        Namespace = "Shop",
        Name = "Requests",
        Dimensions = new Dictionary<string, Input<string>> { ["Service"] = "cart" },
        Statistic = Statistic.Sum,
    };

    private static readonly Alarm Busy = new()
    {
        Key = "busy",
        Says = "Too many requests.",
        Measure = Requests,
        Comparison = Comparison.Above,
        Threshold = 100,
        Periods = 5,
        BadPeriods = 3,
    };

    private static readonly AlarmsArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        TopicArn = "arn:aws:sns:eu-central-1:123456789012:alarms",
        Telemetry = [TelemetryOf(Busy)],
    };

    [Fact]
    public async Task An_alarm_asks_for_its_metric_and_tells_people_when_it_begins_and_when_it_is_over()
    {
        var alarm = (await Plan.Of(() => _ = new Alarms("alarms", Args))).One(MetricAlarm, "alarms-cart-busy");

        (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Text("statistic"), alarm.Text("dimensions.Service"))
            .ShouldBe(("Shop", "Requests", "Sum", "cart"));
        (alarm.Text("comparisonOperator"), alarm.Number("threshold"), alarm.Number("period")).ShouldBe(("GreaterThanThreshold", 100, 60));
        (alarm.Number("evaluationPeriods"), alarm.Number("datapointsToAlarm"), alarm.Text("treatMissingData")).ShouldBe((5, 3, "notBreaching"));
        alarm.List("alarmActions").ShouldBe(["arn:aws:sns:eu-central-1:123456789012:alarms"]);
        alarm.List("okActions").ShouldBe(["arn:aws:sns:eu-central-1:123456789012:alarms"]);
        alarm.Text("alarmDescription").ShouldBe("Too many requests.");
        alarm.Inputs.Keys.ShouldNotContain("extendedStatistic");
        alarm.Inputs.Keys.ShouldNotContain("metricQueries");
    }

    [Fact]
    public async Task A_percentile_stands_in_a_property_of_its_own()
    {
        var slow = Busy with { Measure = Requests with { Statistic = Statistic.Percentile(99.9) }, Silence = Silence.IsBad };

        var alarm = (await Plan.Of(() => _ = new Alarms("alarms", Args with { Telemetry = [TelemetryOf(slow)] }))).One(MetricAlarm);

        alarm.Text("extendedStatistic").ShouldBe("p99.9");
        alarm.Inputs.Keys.ShouldNotContain("statistic");
        alarm.Text("treatMissingData").ShouldBe("breaching");
    }

    [Fact]
    public async Task A_formula_returns_its_result_alone()
    {
        var share = Busy with
        {
            Measure = new Formula
            {
                Label = "share",
                Expression = "errors / requests * 100",
                Operands = new Dictionary<string, Metric> { ["requests"] = Requests, ["errors"] = Requests with { Name = "Errors" } },
            },
        };

        var alarm = (await Plan.Of(() => _ = new Alarms("alarms", Args with { Telemetry = [TelemetryOf(share)] }))).One(MetricAlarm);

        (alarm.Text("metricQueries.0.expression"), alarm.Flag("metricQueries.0.returnData")).ShouldBe(("errors / requests * 100", true));
        (alarm.Text("metricQueries.1.id"), alarm.Text("metricQueries.1.metric.metricName"), alarm.Flag("metricQueries.1.returnData"))
            .ShouldBe(("errors", "Errors", null));
        (alarm.Text("metricQueries.2.id"), alarm.Number("metricQueries.2.metric.period")).ShouldBe(("requests", 60));
        alarm.Inputs.Keys.ShouldNotContain("metricName");
        alarm.Inputs.Keys.ShouldNotContain("period");
    }

    [Fact]
    public async Task Another_alarm_or_source_changes_no_identity()
    {
        var before = await Plan.Of(() => _ = new Alarms("alarms", Args));
        var after = await Plan.Of(() => _ = new Alarms("alarms", Args with
        {
            Telemetry = [TelemetryOf(Busy) with { Source = "orders" }, TelemetryOf(Busy with { Key = "quiet" }, Busy)],
        }));

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
        after.All(MetricAlarm).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(3_600, 168, true)]
    [InlineData(3_600, 169, false)]
    [InlineData(86_400, 7, true)]
    [InlineData(3_540, 24, true)]
    [InlineData(3_540, 25, false)]
    public async Task Periods_of_an_hour_and_more_may_be_looked_at_for_a_week(int period, int periods, bool isFine)
    {
        var slow = Busy with { Measure = Requests with { PeriodSeconds = period }, Periods = periods };

        var made = async () => await Plan.Of(() => _ = new Alarms("alarms", Args with { Telemetry = [TelemetryOf(slow)] }));
        if (isFine) await made.ShouldNotThrowAsync();
        else (await made.ShouldThrowAsync<RunException>()).Message.ShouldContain($"it looks at {period * periods} s;");
    }

    [Fact]
    public async Task Every_problem_of_alarms_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new Alarms("alarms", Args with
        {
            Telemetry =
            [
                TelemetryOf(
                    Busy with { Key = "Too busy", Says = "", Periods = 0 },
                    Busy with { BadPeriods = 6, Measure = Requests with { PeriodSeconds = 45, Statistic = Statistic.Percentile(100) } },
                    Busy with { Key = "long", Periods = 1441 },
                    Busy with
                    {
                        Key = "sum",
                        Measure = new Formula
                        {
                            Label = "sum",
                            Expression = "a + b",
                            Operands = new Dictionary<string, Metric> { ["A"] = Requests, ["c"] = Requests },
                        },
                    },
                    Busy),
                TelemetryOf(Busy with { Measure = Requests with { Namespace = "AWS/CloudFront" } }) with { Source = "cdn", Region = "eu-west-1" },
            ],
        }))).ShouldBe(
            """
            Alarms 'alarms' cannot be built:
              - The alarm Too busy of cart: 'Too busy' is no key; expected are lower-case words joined by hyphens.
              - The alarm Too busy of cart: it says 0 characters; allowed are 1 to 1024.
              - The alarm Too busy of cart: Periods is 0; expected is at least 1.
              - The alarm Too busy of cart: BadPeriods is 3; allowed is 1 to Periods, which is 0.
              - The alarm busy of cart: BadPeriods is 6; allowed is 1 to Periods, which is 5.
              - The alarm busy of cart: the period of Requests is 45 s; allowed is 10, 20, 30 or a multiple of 60.
              - The alarm busy of cart: the statistic p100 is no percentile; allowed is above 0 and below 100.
              - The alarm long of cart: it looks at 86460 s; allowed is a day, 86400 s, or seven days for periods of an hour and more.
              - The alarm sum of cart: 'A' cannot name a metric in a formula; expected are a lower-case letter, then letters, digits and underscores.
              - The alarm sum of cart: the formula 'a + b' does not use c.
              - The alarm busy of cart is given 2 times.
              - The alarm busy of cdn: Requests is a metric of AWS/CloudFront, which exist in us-east-1 alone; here it is eu-west-1.
              - cdn is in eu-west-1; expected are sources in eu-central-1, because an alarm never sees metrics of another region.
            """);

    [Fact]
    public async Task Two_sources_of_one_name_are_refused_until_one_is_renamed()
    {
        var (one, other) = (TelemetryOf(Busy), TelemetryOf(Busy));

        (await Plan.ErrorOf(() => _ = new Alarms("alarms", Args with { Telemetry = [one, other] }))).ShouldBe(
            """
            Alarms 'alarms' cannot be built:
              - The telemetry of cart is given 2 times; expected is each source once. If these are two, tell them apart: telemetry with { Source = "another-name" }.
            """);
        (await Plan.Of(() => _ = new Alarms("alarms", Args with { Telemetry = [one, other with { Source = "another-name" }] })))
            .Some("aws:cloudwatch/metricAlarm:MetricAlarm").Count.ShouldBe(2);
    }

    [Fact]
    public void Whoever_knows_better_changes_or_drops_an_alarm_by_its_key()
    {
        var telemetry = TelemetryOf(Busy);

        telemetry.With("busy", alarm => alarm with { Threshold = 500 }).Alarms.Single().Threshold.ShouldBe(500);
        telemetry.Without("busy").Alarms.ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => telemetry.With("bussy", alarm => alarm)).Message.ShouldContain("cart has no alarm 'bussy'; there are: busy.");
    }

    private static Telemetry TelemetryOf(params IReadOnlyList<Alarm> alarms) => new() { Source = "cart", Region = "eu-central-1", Alarms = alarms };
}
