using Infra.Components;
using Infra.Components.Compute;
using Infra.Components.Data;
using Infra.Components.Messaging;

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
        Clients = ClientPlace.BeforeDistribution,
    }.BootScript;

    /// <param name="network">The block of the network in which all callers stand.</param>
    /// <param name="others">Where everything is kept.</param>
    public static BootScript ForApps(Cidr network, IEnumerable<KeyValuePair<string, string>> others) => new WebServer
    {
        Application = new() { Unit = "app", Environment = others.ToDictionary() },
        TrustedProxies = [network],
        // All of its clients are web clones, which count users.
        Limits = new() { CountsClients = false },
    }.BootScript;

    /// <param name="queue">Whose jobs they do.</param>
    /// <param name="locks">So that nobody does one twice.</param>
    /// <param name="others">Where the rest is kept.</param>
    public static BootScript ForWorkers(JobQueue queue, ServerlessCache locks, IEnumerable<KeyValuePair<string, string>> others)
    {
        var worker = new Application
        {
            Unit = "worker",
            Environment = new Dictionary<string, string>(others)
            {
                ["LOCK_CACHE_ENDPOINT_PARAMETER"] = locks.EndpointParameter,
                ["LOCK_CACHE_USER"] = locks.UserName,
                ["QUEUE_NAME"] = queue.QueueName,
            },
        };
        return new(CloudConfig.Render([new(worker.EnvironmentFile, worker.EnvironmentText)], $"systemctl, enable, --now, {worker.Unit}"))
        {
            Problems = [.. worker.Check()],
        };
    }
}
