namespace Infra.Components.Networking;

/// <summary>How instances in app subnets reach the internet.</summary>
public enum NatStrategy
{
    /// <summary>Not at all, by either version of IP.</summary>
    None,

    /// <summary>Through one gateway in the first zone: cheap, but the loss of that zone cuts off the others.</summary>
    Shared,

    /// <summary>Through a gateway in each zone: zones do not depend on each other, and no traffic between zones is paid for.</summary>
    PerZone,
}
