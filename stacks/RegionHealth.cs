using Infra.Components.Dns;
using Infra.Components.Edge;
using Infra.Components.Operations;

namespace Infra.Stacks;

/// <summary>
/// Whether a region can answer visitors: while a machine is fit to serve the release that most of them get. The other release, which is
/// prepared or on its way out, takes no region out of DNS. People are told by the alarm that the check watches.
/// </summary>
internal static class RegionHealth
{
    /// <param name="settings">Of the stack.</param>
    /// <param name="alarms">Of each region's balancer.</param>
    /// <returns>By region.</returns>
    public static IReadOnlyDictionary<string, DnsHealthCheck> Build(StackSettings settings, IReadOnlyDictionary<string, Alarms> alarms) =>
        settings.Regions.ToDictionary(region => region.Location.Region, region => Build(settings, region, alarms[region.Location.Region]));

    private static DnsHealthCheck Build(StackSettings settings, RegionSettings region, Alarms alarms)
    {
        var name = region.Location.Region;
        return new($"serves-{name}", new()
        {
            Naming = settings.Naming,
            Location = region.Location,
            Probe = new AlarmProbe(alarms.Watched($"edge-{name}", BalancerTelemetry.NoMachineKey(WebRelease.MostUsersGet(settings, region))), name)
            {
                // A balancer that is gone says nothing. If all regions say nothing, Route 53 answers as if all were well.
                Silence = Silence.IsBad,
            },
        });
    }
}
