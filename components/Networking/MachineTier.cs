namespace Infra.Components.Networking;

/// <summary>Instances that run the platform's own code, and what that code may reach.</summary>
public abstract record MachineTier : TierPeer
{
    private protected MachineTier(string key)
        : base(key)
    {
    }

    /// <summary>HTTPS only: Session Manager, package repositories, queues, APIs of others.</summary>
    public Flow CanReach(Internet internet) => new(this, internet, 443);

    public Flow CanReach(EndpointTier endpoint) => new(this, endpoint, 443);

    public Flow CanReach(InternalLoadBalancerTier internalLoadBalancer) => new(this, internalLoadBalancer, 443);

    public Flow CanReach(RemoteDatabases databases) => new(this, databases, RemoteDatabases.Port);

    public Flow CanReach(StoreTier store) => new(this, store, store.Port);
}

public sealed record WebTier() : MachineTier("web");

/// <summary>Application services behind an internal balancer.</summary>
public sealed record AppTier() : MachineTier("app");

/// <summary>Machines that fetch their work from queues; nothing reaches them.</summary>
public sealed record WorkerTier() : MachineTier("worker");
