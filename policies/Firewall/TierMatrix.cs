namespace Infra.Policies.Firewall;

/// <summary>One declared path.</summary>
/// <param name="From">A tier's label, <c>internet</c> (any address) or <c>admin</c> (the declared administrator ranges).</param>
/// <param name="To">A tier's label, <c>any</c> (every tier) or <c>internet</c> (any address).</param>
/// <param name="Ports">TCP ports.</param>
/// <param name="IsRequired">Where both tiers exist, at least one of the ports must be open at both ends.</param>
/// <param name="Why">What breaks without it.</param>
public sealed record TierPath(string From, string To, IReadOnlyList<int> Ports, bool IsRequired, string Why)
{
    public Traffic Traffic { get; } = Traffic.Tcp(Ports);

    public override string ToString() => $"{From} -> {To} tcp {string.Join(",", Ports)}";
}

/// <summary>Everything that may talk to anything. What is not in this table is closed.</summary>
public static class TierMatrix
{
    public const string Internet = "internet";
    public const string Admin = "admin";
    public const string Any = "any";

    public static IReadOnlyList<string> Tiers { get; } = ["load-balancer", "web", "database", "cache", "bastion"];

    public static IReadOnlyList<TierPath> Paths { get; } =
    [
        new(Internet, "load-balancer", [80, 443], IsRequired: true, "visitors arrive; 80 only redirects to 443"),
        new("load-balancer", "web", [80], IsRequired: true, "requests and health checks"),
        new("web", "database", [3306], IsRequired: true, "queries"),
        new("web", "cache", [6379], IsRequired: true, "sessions and cached pages"),
        new(Admin, Any, [22], IsRequired: false, "administrators, from the declared VPN ranges only"),
        new("bastion", Any, [22], IsRequired: false, "administrators, by way of the jump host"),
        new("web", Internet, [443], IsRequired: false, "AWS APIs, packages and partners; no other port leaves"),
    ];

    /// <summary>The tiers that hold data: reached from other groups only, and reaching nothing.</summary>
    public static IReadOnlyList<string> DataTiers { get; } = ["database", "cache"];

    public static Traffic Allowed(string from, string to) => Paths
        .Where(path => path.From == from && (path.To == to || (path.To == Any && to != Internet)))
        .Aggregate(Traffic.None, (allowed, path) => allowed.Union(path.Traffic));

    public static Traffic AllowedFrom(string from) => Paths
        .Where(path => path.From == from)
        .Aggregate(Traffic.None, (allowed, path) => allowed.Union(path.Traffic));

    /// <summary>The paths into a tier, for messages.</summary>
    public static string Describe(string to) =>
        string.Join(", ", Paths.Where(path => path.To == to || (path.To == Any && to != Internet)).Select(path => path.ToString()));

    /// <summary>The paths out of a tier, for messages.</summary>
    public static string DescribeFrom(string from) =>
        Paths.Any(path => path.From == from) ? string.Join(", ", Paths.Where(path => path.From == from)) : "nothing";
}
