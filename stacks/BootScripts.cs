using Infra.Components;
using Infra.Components.Compute;
using Infra.Components.Data;

namespace Infra.Stacks;

/// <summary>The image holds nginx and both applications; booting only tells a clone which it is and where the others are.</summary>
public static class BootScripts
{
    /// <param name="network">The block of the network in which the load balancers stand.</param>
    /// <param name="sessions">Where sessions are kept.</param>
    /// <param name="data">Where the rest is kept.</param>
    public static BootScript ForWeb(Cidr network, Cache sessions, IReadOnlyDictionary<string, string> data) => new WebServer
    {
        Application = new()
        {
            Environment = new Dictionary<string, string>(data)
            {
                ["SESSION_CACHE_ENDPOINT_PARAMETER"] = sessions.EndpointParameter,
                ["SESSION_CACHE_USER"] = sessions.UserName,
            },
        },
        TrustedProxies = [network],
    }.BootScript;

    /// <param name="network">The block of the network in which all callers stand.</param>
    public static BootScript ForApps(Cidr network) =>
        new WebServer { Application = new() { Unit = "app" }, TrustedProxies = [network] }.BootScript;
}
