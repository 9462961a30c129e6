using Infra.Components.Operations;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Operations;

public sealed class BusinessMetricsTests
{
    private static readonly BusinessMetrics Business = new(
        Places.Naming, Places.Frankfurt, new BusinessMetric("OrdersPlaced", "orders placed") { LeastPerHour = 20 }, new BusinessMetric("SignUps", "sign-ups"));

    [Fact]
    public async Task Too_few_orders_are_an_alarm_and_so_is_silence()
    {
        var plan = await Plan.Of(() => _ = new Alarms("alarms", new()
        {
            Naming = Places.Naming,
            Location = Places.Frankfurt,
            TopicArn = "arn:aws:sns:eu-central-1:123456789012:alarms",
            Telemetry = [Business.Telemetry],
        }));

        var alarm = plan.One("aws:cloudwatch/metricAlarm:MetricAlarm");
        alarm.Name.ShouldBe("alarms-business-eu-central-1-few-orders-placed");
        (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Text("statistic"), alarm.Number("period"))
            .ShouldBe(("shop/test", "OrdersPlaced", "Sum", 3600));
        (alarm.Text("comparisonOperator"), alarm.Number("threshold"), alarm.Text("treatMissingData")).ShouldBe(("LessThanThreshold", 20, "breaching"));
    }

    [Theory]
    [InlineData("OrdersPlaced", "few-orders-placed")]
    [InlineData("orders_placed", "few-orders-placed")]
    [InlineData("shop.orders/Placed", "few-shop-orders-placed")]
    [InlineData("_HTTP2 errors", "few-h-t-t-p2-errors")]
    public void The_key_of_an_alarm_is_made_of_whatever_the_application_calls_its_metric(string name, string key) =>
        new BusinessMetrics(Places.Naming, Places.Frankfurt, new BusinessMetric(name, "orders") { LeastPerHour = 1 })
            .Telemetry.Alarms.Single().Key.ShouldBe(key);

    [Fact]
    public void Everything_is_drawn_whether_it_can_be_too_little_or_not() =>
        Business.Telemetry.Widgets.Select(widget => widget.Title).ShouldBe(["orders placed", "sign-ups"]);

    [Fact]
    public void The_application_may_report_into_its_own_namespace_alone() =>
        Business.ReportPolicy.ShouldContain("""
            "Action":["cloudwatch:PutMetricData"],"Resource":["*"],"Condition":{"StringEquals":{"cloudwatch:namespace":"shop/test"}}
            """);
}
