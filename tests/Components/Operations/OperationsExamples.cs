using Infra.Components;
using Infra.Components.Compute;
using Infra.Components.Data;
using Infra.Components.Edge;
using Infra.Components.Encryption;
using Infra.Components.Operations;

namespace Infra.Tests.Components.Operations;

/// <summary>The code that the page of observability shows.</summary>
internal static class OperationsExamples
{
    private static readonly Naming Naming = Places.Naming;
    private static readonly Location Location = Places.Frankfurt;

    public static BusinessMetrics BusinessMetrics()
    {
        var business = new BusinessMetrics(Naming, Location, new BusinessMetric("OrdersPlaced", "orders placed") { LeastPerHour = 20 });
        return business;
    }

    public static Canary Canary()
    {
        var visitor = new Canary("visitor-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Visits =
            [
                new("front door", "https://api.shop.example/health"),
                new("home page", "https://www.shop.example/") { Contains = "</html>", Milliseconds = 3000 },
            ],
            DeletionProtection = true,
        });
        return visitor;
    }

    public static (AlarmTopic Topic, Alarms Alarms, Dashboard Dashboard) Observability(
        LoadBalancer edge, WebCluster clones, Cache sessions, EncryptionKey alarmKey)
    {
        var topic = new AlarmTopic("alarm-topic-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Emails = ["on-call@shop.example"],
            KeyArn = alarmKey.KeyArn,
        });
        var alarms = new Alarms("alarms-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            TopicArn = topic.TopicArn,
            Telemetry = [edge.Telemetry.With("slow", alarm => alarm with { Threshold = 0.5 }), clones.Telemetry, sessions.Telemetry],
        });
        var dashboard = new Dashboard("platform", new()
        {
            Naming = Naming,
            Location = Location,
            Telemetry = [edge.Telemetry, clones.Telemetry, sessions.Telemetry],
        });
        return (topic, alarms, dashboard);
    }
}
