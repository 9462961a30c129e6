using Infra.Components.Operations;
using Pulumi;

namespace Infra.Stacks;

/// <summary>What the platform says of itself: alarms in every region, and one page for the whole stack.</summary>
internal static class Observability
{
    /// <param name="settings">Of the stack.</param>
    /// <param name="alerts">Whom to tell.</param>
    /// <param name="observed">Everything that tells how it is, by region.</param>
    /// <returns>The name of the dashboard, and the alarms by region.</returns>
    public static (Output<string> Dashboard, IReadOnlyDictionary<string, Alarms> Alarms) Build(
        StackSettings settings, Alerts alerts, IReadOnlyDictionary<string, IReadOnlyList<IObserved>> observed)
    {
        var telemetry = settings.Regions.ToDictionary(region => region.Location.Region, region => (IReadOnlyList<Telemetry>)
            [.. observed[region.Location.Region].Append(Visitor(settings, region)).Append(Business(settings, region)).Select(component => component.Telemetry)]);
        var alarms = settings.Regions.ToDictionary(region => region.Location.Region, region => new Alarms($"alarms-{region.Location.Region}", new()
        {
            Naming = settings.Naming,
            Location = region.Location,
            TopicArn = alerts.TopicOf(region.Location),
            Telemetry = telemetry[region.Location.Region],
        }));

        var home = settings.Regions.Single(region => region.Location.Region == settings.PrimaryRegion).Location;
        var dashboard = new Dashboard($"platform-{home.Region}", new()
        {
            Naming = settings.Naming,
            Location = home,
            Telemetry = [.. settings.Regions.SelectMany(region => telemetry[region.Location.Region])],
        });
        return (dashboard.DashboardName, alarms);
    }

    /// <summary>What the web application reports; it is told the namespace by METRICS_NAMESPACE.</summary>
    public static BusinessMetrics Business(StackSettings settings, RegionSettings region) => new(
        settings.Naming,
        region.Location,
        new BusinessMetric("OrdersPlaced", "orders placed") { LeastPerHour = settings.Profile.LeastOrdersPerHour },
        new BusinessMetric("SignUps", "sign-ups"));

    private static Canary Visitor(StackSettings settings, RegionSettings region) => new($"visitor-{region.Location.Region}", new()
    {
        Naming = settings.Naming,
        Location = region.Location,
        Visits = [new("site", $"https://{settings.Domain.Child("www")}/"), new("health", $"https://{settings.Domain.Child("www")}/health")],
        DeletionProtection = settings.Profile.DeletionProtection,
    });
}
