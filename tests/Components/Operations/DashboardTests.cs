using System.Text.Json;
using Infra.Components.Operations;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Operations;

public sealed class DashboardTests
{
    private static readonly Metric Cpu = new()
    {
        Label = "mean",
        Namespace = "AWS/EC2",
        Name = "CPUUtilization",
        Dimensions = new Dictionary<string, Input<string>> { ["AutoScalingGroupName"] = Output.Create("web-1a2b3c4") },
        Statistic = Statistic.Average,
    };

    private static readonly Measure Share = new Formula
    {
        Label = "share",
        Expression = "m1 / m10 * 100",
        Operands = new Dictionary<string, Metric> { ["m1"] = Cpu, ["m10"] = Cpu with { Name = "NetworkIn" } },
    };

    private static readonly DashboardArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Telemetry =
        [
            new() { Source = "web", Region = "eu-central-1", Widgets = [new("CPU", Cpu), new("Share", Cpu, Share), new("c", Cpu), new("d", Cpu)] },
            new() { Source = "silent", Region = "eu-central-1" },
            new() { Source = "apps", Region = "us-east-1", Widgets = [new("CPU", Cpu)] },
        ],
    };

    [Fact]
    public async Task Each_source_has_a_heading_and_its_graphs_three_in_a_row_below_the_source_before()
    {
        var widgets = (await BodyOf(Args)).GetProperty("widgets").EnumerateArray().ToList();

        widgets.Select(widget => $"{widget.GetProperty("type")} {widget.GetProperty("x")},{widget.GetProperty("y")} {TitleOf(widget)}").ShouldBe(
        [
            "text 0,0 ## web (eu-central-1)", "metric 0,1 CPU", "metric 8,1 Share", "metric 16,1 c", "metric 0,7 d",
            "text 0,13 ## apps (us-east-1)", "metric 0,14 CPU",
        ]);
        widgets[^1].GetProperty("properties").GetProperty("region").GetString().ShouldBe("us-east-1");
    }

    [Fact]
    public async Task Metrics_are_named_by_what_the_cloud_made_of_them_and_formulas_hide_their_parts()
    {
        var metrics = (await BodyOf(Args)).GetProperty("widgets")[2].GetProperty("properties").GetProperty("metrics");

        metrics.EnumerateArray().Select(row => row.ToString()).ShouldBe(
        [
            """["AWS/EC2","CPUUtilization","AutoScalingGroupName","web-1a2b3c4",{"label":"mean","stat":"Average","period":60}]""",
            """[{"expression":"m1_1 / m10_1 * 100","id":"result_1","label":"share"}]""",
            """["AWS/EC2","CPUUtilization","AutoScalingGroupName","web-1a2b3c4",{"id":"m1_1","visible":false,"stat":"Average","period":60}]""",
            """["AWS/EC2","NetworkIn","AutoScalingGroupName","web-1a2b3c4",{"id":"m10_1","visible":false,"stat":"Average","period":60}]""",
        ]);
    }

    [Fact]
    public async Task Every_problem_of_a_dashboard_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new Dashboard("platform", Args with
        {
            Naming = Places.Naming with { Product = "my.shop" },
            Telemetry =
            [
                Args.Telemetry[0] with { Widgets = [.. Enumerable.Repeat(new Widget("CPU", Cpu), 499)] },
                Args.Telemetry[0] with { Widgets = [new("CPU", Cpu with { PeriodSeconds = 90 })] },
            ],
        }))).ShouldBe(
            """
            Dashboard 'platform' cannot be built:
              - 'my.shop-test-platform' cannot name a dashboard; allowed are up to 255 letters, digits, hyphens and underscores.
              - It would hold 502 widgets; CloudWatch allows 500. Make one for each region.
              - A widget of web: the period of CPUUtilization is 90 s; allowed is 10, 20, 30 or a multiple of 60.
              - The telemetry of web is given 2 times; expected is each source once. If these are two, tell them apart: telemetry with { Source = "another-name" }.
            """);

    private static async Task<JsonElement> BodyOf(DashboardArgs args)
    {
        var dashboard = (await Plan.Of(() => _ = new Dashboard("platform", args))).One("aws:cloudwatch/dashboard:Dashboard");
        dashboard.Text("dashboardName").ShouldBe("shop-test-platform");
        using var body = JsonDocument.Parse(dashboard.Text("dashboardBody")!);
        return body.RootElement.Clone();
    }

    private static string? TitleOf(JsonElement widget)
    {
        var properties = widget.GetProperty("properties");
        return (properties.TryGetProperty("title", out var title) ? title : properties.GetProperty("markdown")).GetString();
    }
}
