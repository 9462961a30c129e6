namespace Infra.Policies;

/// <summary>The shortest way from the internet to something: routes, public addresses, network ACLs and security groups all let it pass.</summary>
/// <param name="Hops">In order; the last one is what is reached.</param>
/// <param name="IsCertain">False if one of them depends on what is not known.</param>
public sealed record InternetPath(IReadOnlyList<Hop> Hops, bool IsCertain)
{
    public Hop Target => Hops[^1];

    public override string ToString() => $"internet -> {string.Join(" -> ", Hops)}";
}

/// <summary>One thing on a way, and the ports on which the one before reaches it.</summary>
/// <param name="Urn">What carries the security groups.</param>
/// <param name="Name">Its name in the program.</param>
/// <param name="Tier">As its group declares it; null if it does not.</param>
/// <param name="Ports">For example <c>tcp 80,443</c>; <c>on ports not known</c> if none is known before the deployment.</param>
public sealed record Hop(string Urn, string Name, string? Tier, string Ports)
{
    public override string ToString() => $"{Name}{(Tier is null ? "" : $" ({Tier})")} {Ports}";
}
