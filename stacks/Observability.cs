using Infra.Components.Operations;
using Pulumi;

namespace Infra.Stacks;

/// <summary>What the platform says of itself: alarms in every region, and one page for the whole stack.</summary>
internal static class Observability
{
    /// <param name="settings">Of the stack.</param>
    /// <param name="alerts">Whom to tell.</param>
    /// <param name="told">What components tell of themselves.</param>
    /// <returns>The name of the dashboard, and the alarms by region: also by that of AWS's global services.</returns>
    public static (Output<string> Dashboard, IReadOnlyDictionary<string, Alarms> Alarms) Build(
        StackSettings settings, Alerts alerts, IReadOnlyList<Telemetry> told)
    {
        var home = settings.Regions.Single(region => region.Location.Region == settings.PrimaryRegion).Location;
        List<Telemetry> telemetry =
        [
            .. told,
            .. settings.Regions.SelectMany(region => new IObserved[] { Visitor(settings, region), Business(settings, region) })
                .Select(component => component.Telemetry),
        ];
        var alarms = telemetry.GroupBy(source => source.Region).ToDictionary(sources => sources.Key, sources => new Alarms($"alarms-{sources.Key}", new()
        {
            Naming = settings.Naming,
            Location = home with { Region = sources.Key },
            TopicArn = alerts.TopicOf(home with { Region = sources.Key }),
            Telemetry = [.. sources],
        }));

        var dashboard = new Dashboard($"platform-{home.Region}", new()
        {
            Naming = settings.Naming,
            Location = home,
            Telemetry = telemetry,
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
