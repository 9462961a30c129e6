using Infra.Components.Edge;

namespace Infra.Components.Compute;

/// <summary>What one address may ask of one clone before nginx answers 429 in the application's place.</summary>
public sealed record ServerLimits
{
    /// <summary>False for servers that only other servers ask: one of those sends the requests of thousands of users, who were counted before.</summary>
    public bool CountsClients { get; init; } = true;

    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>Requests above the rate that are served at once, before any is refused.</summary>
    public int Burst { get; init; } = 200;

    /// <summary>Requests of one address under way at the same time.</summary>
    public int Connections { get; init; } = 100;

    public int BodyMebibytes { get; init; } = 10;

    public IEnumerable<string> Check()
    {
        if (RequestsPerSecond < 1)
            yield return $"RequestsPerSecond is {RequestsPerSecond}; expected is at least 1.";
        if (Burst < 1)
            yield return $"Burst is {Burst}; expected is at least 1.";
        if (Connections < 1)
            yield return $"Connections is {Connections}; expected is at least 1.";
        if (BodyMebibytes is < 1 or > 1024)
            yield return $"BodyMebibytes is {BodyMebibytes}; allowed is 1 to 1024.";
    }
}

/// <summary>How long nginx waits, in seconds.</summary>
public sealed record ServerTimeouts
{
    /// <summary>For a client to send its headers, the next part of its body, or to take the next part of an answer.</summary>
    public int Client { get; init; } = 15;

    /// <summary>For the next request on an open connection.</summary>
    public int KeepAlive { get; init; } = 75;

    /// <summary>For the application to answer.</summary>
    public int Application { get; init; } = 55;

    public IEnumerable<string> Check()
    {
        if (Client is < 1 or > 60)
            yield return $"The timeout Client is {Client} s; allowed is 1 to 60.";
        // Else nginx closes a connection while the load balancer sends the next request on it, and the user reads a 502.
        if (KeepAlive <= LoadBalancer.IdleSeconds)
            yield return $"The timeout KeepAlive is {KeepAlive} s; expected is more than the load balancer's {LoadBalancer.IdleSeconds} s.";
        if (Application < 1 || Application >= LoadBalancer.IdleSeconds)
            yield return $"The timeout Application is {Application} s; expected is 1 to {LoadBalancer.IdleSeconds - 1}, "
                + $"below the load balancer's {LoadBalancer.IdleSeconds} s, so that nginx tells what went wrong.";
    }
}
