using Infra.Components.Edge;

namespace Infra.Components.Networking;

/// <summary>
/// One end of a flow. Each kind of peer has a verb for what it may reach and no other, so a flow that the tier model forbids
/// (the internet to the web tier, say) does not compile. A key names security groups and rules: it is frozen.
/// </summary>
public abstract record Peer
{
    private protected Peer(string key) => Key = key;

    public string Key { get; }

    public sealed override string ToString() => Key;
}

/// <summary>A peer made of instances or interfaces; it gets a security group and its key as <c>infra:tier</c>.</summary>
public abstract record TierPeer : Peer
{
    private protected TierPeer(string key)
        : base(key)
    {
    }
}

/// <summary>Everyone.</summary>
public sealed record Internet() : Peer("internet")
{
    public static Cidr Block { get; } = Cidr.Parse("0.0.0.0/0");

    public Flow CanReach(LoadBalancerTier loadBalancer) => new(this, loadBalancer, 80, 443);
}

/// <summary>People who administer machines, by the address ranges of their VPN.</summary>
public sealed record Administrators(IReadOnlyList<Cidr> Ranges) : Peer("admin")
{
    public Flow CanReach(WebTier web) => new(this, web, 22);
}

public sealed record LoadBalancerTier() : TierPeer("load-balancer")
{
    public Flow CanReach(WebTier web) => new(this, web, Target.Port);
}

public sealed record WebTier() : TierPeer("web")
{
    /// <summary>HTTPS only: Session Manager, package repositories, APIs of others.</summary>
    public Flow CanReach(Internet internet) => new(this, internet, 443);

    public Flow CanReach(CacheTier cache) => new(this, cache, 6379);

    public Flow CanReach(DatabaseTier database) => new(this, database, 3306);
}

public sealed record CacheTier() : TierPeer("cache");

public sealed record DatabaseTier() : TierPeer("database");
