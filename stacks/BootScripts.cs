using Infra.Components;
using Infra.Components.Compute;

namespace Infra.Stacks;

/// <summary>The image holds nginx and both applications; booting only tells a clone which it is and where the others are.</summary>
internal static class BootScripts
{
    /// <param name="network">The block of the network in which the load balancers stand.</param>
    /// <param name="caches">What this region remembers for a while.</param>
    /// <param name="others">Where the rest is kept, and who else is asked.</param>
    public static BootScript ForWeb(Cidr network, RegionalCaches caches, IEnumerable<KeyValuePair<string, string>> others) => new WebServer
    {
        Application = new()
        {
            Environment = new Dictionary<string, string>(others)
            {
                ["OBJECT_CACHE_ENDPOINT_PARAMETER"] = caches.Objects.EndpointParameter,
                ["OBJECT_CACHE_USER"] = caches.Objects.UserName,
                ["FRAGMENT_CACHE_ENDPOINT_PARAMETER"] = caches.Fragments.EndpointParameter,
                ["SESSION_CACHE_ENDPOINT_PARAMETER"] = caches.Sessions.EndpointParameter,
                ["SESSION_CACHE_USER"] = caches.Sessions.UserName,
            },
        },
        TrustedProxies = [network],
    }.BootScript;

    /// <param name="network">The block of the network in which all callers stand.</param>
    public static BootScript ForApps(Cidr network) =>
        new WebServer { Application = new() { Unit = "app" }, TrustedProxies = [network] }.BootScript;
}
