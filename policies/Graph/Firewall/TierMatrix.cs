namespace Infra.Policies.Firewall;

/// <summary>Whether a path must be open where both its tiers exist.</summary>
public enum Demand
{
    Optional,

    /// <summary>At least one of its ports at both ends.</summary>
    Required,

    /// <summary>It, or the path from another source to the same tier: what nothing reaches is of no use.</summary>
    OneSource,
}

/// <summary>One declared path.</summary>
/// <param name="From">
/// A tier's label, <c>internet</c> (any address), <c>cloudfront</c> (AWS's list of its servers), <c>admin</c> (the declared administrator ranges),
/// <c>partner</c> (the declared ones of partners) or <c>neighbour</c> (app subnets of joined networks).
/// </param>
/// <param name="To">A tier's label, <c>internet</c> (any address) or <c>remote-database</c> (data subnets of joined networks).</param>
/// <param name="Ports">TCP ports.</param>
/// <param name="Demand">Whether it must be open.</param>
/// <param name="Why">What breaks without it.</param>
public sealed record TierPath(string From, string To, IReadOnlyList<int> Ports, Demand Demand, string Why)
{
    public Traffic Traffic { get; } = Traffic.Tcp(Ports);

    public override string ToString() => $"{From} -> {To} tcp {string.Join(",", Ports)}";
}

/// <summary>Everything that may talk to anything. What is not in this table is closed.</summary>
public static class TierMatrix
{
    public const string Internet = "internet";
    public const string CloudFront = "cloudfront";
    public const string Admin = "admin";
    public const string Partner = "partner";
    public const string Neighbour = "neighbour";
    public const string RemoteDatabase = "remote-database";

    private const string Bastion = "bastion";

    private static readonly string[] Machines = ["web", "app", "worker"];

    /// <summary>The tiers that hold data, or stand before one that does: reached from other groups only.</summary>
    public static IReadOnlyList<string> DataTiers { get; } =
        ["database", "database-proxy", "postgresql", "postgresql-proxy", "cache", "memcached", "document", "wide-column", "graph"];

    public static IReadOnlyList<string> Tiers { get; } =
        ["load-balancer", "web", "internal-load-balancer", "app", "worker", .. DataTiers, "endpoint", Bastion, "image-builder", "file-transfer"];

    public static IReadOnlyList<TierPath> Paths { get; } =
    [
        new(Internet, "load-balancer", [80, 443], Demand.Required, "visitors arrive; 80 only redirects to 443"),
        new(CloudFront, "load-balancer", [443], Demand.Optional, "visitors of a distribution, in place of the internet as a whole"),
        new("load-balancer", "web", [80], Demand.Required, "requests and health checks"),
        .. From(Machines, "internal-load-balancer", 443, Demand.OneSource, "calls of application services"),
        new("internal-load-balancer", "app", [80], Demand.Required, "those calls, and health checks"),
        .. From([.. Machines, "database-proxy"], "database", 3306, Demand.OneSource, "queries to MySQL"),
        .. From(Machines, "database-proxy", 3306, Demand.OneSource, "queries to MySQL over pooled connections"),
        .. From([.. Machines, "postgresql-proxy"], "postgresql", 5432, Demand.OneSource, "queries to PostgreSQL"),
        .. From(Machines, "postgresql-proxy", 5432, Demand.OneSource, "queries to PostgreSQL over pooled connections"),
        .. From(Machines, "cache", 6379, Demand.OneSource, "sessions and cached objects"),
        .. From(Machines, "memcached", 11211, Demand.OneSource, "cached objects"),
        .. From(Machines, "document", 27017, Demand.OneSource, "documents"),
        .. From(Machines, "wide-column", 9142, Demand.OneSource, "queries of wide rows"),
        .. From(Machines, "graph", 8182, Demand.OneSource, "graph queries"),
        .. From([.. Machines, Bastion, "image-builder"], "endpoint", 443, Demand.OneSource, "AWS APIs without a way through the internet"),
        .. From([.. Machines, Bastion, "image-builder"], Internet, 443, Demand.Optional, "AWS APIs, packages and partners; no other port leaves"),
        new(Neighbour, "database", [3306], Demand.Optional, "writes from machines of other regions, by the app subnets of joined networks"),
        .. From(Machines, RemoteDatabase, 3306, Demand.Optional, "the same writes, to the data subnets of a joined network"),
        new(Partner, "file-transfer", [22], Demand.Optional, "files of partners over SFTP, from the addresses that each has declared"),
        new(Admin, Bastion, [22], Demand.Optional, "administrators, from the declared VPN ranges only"),
        new(Admin, "web", [22], Demand.Optional, "the same where there is no bastion"),
        .. Machines.Select(machine => new TierPath(Bastion, machine, [22], Demand.Optional, "administrators, by way of the bastion")),
    ];

    /// <summary>The tiers that somebody outside may reach: what may stand in public subnets and have a public address.</summary>
    public static IReadOnlyList<string> Edge { get; } =
        [.. Paths.Where(path => path.From is Internet or Partner).Select(path => path.To).Distinct(), Bastion];

    // Each opening asks for several of these.
    private static readonly Dictionary<(string From, string To), Traffic> ByPair =
        Paths.GroupBy(path => (path.From, path.To)).ToDictionary(paths => paths.Key, Together);

    private static readonly Dictionary<string, Traffic> BySource =
        Paths.GroupBy(path => path.From).ToDictionary(paths => paths.Key, Together, StringComparer.Ordinal);

    public static Traffic Allowed(string from, string to) => ByPair.GetValueOrDefault((from, to), Traffic.None);

    public static Traffic AllowedFrom(string from) => BySource.GetValueOrDefault(from, Traffic.None);

    /// <summary>The paths into a tier, for messages: <c>only a -> b tcp 80</c>, or <c>nothing</c>.</summary>
    public static string Describe(string to) => Only(Paths.Where(path => path.To == to));

    /// <summary>The paths out of a tier, for messages: <c>only a -> b tcp 80</c>, or <c>nothing</c>.</summary>
    public static string DescribeFrom(string from) => Only(Paths.Where(path => path.From == from));

    private static Traffic Together(IEnumerable<TierPath> paths) => paths.Aggregate(Traffic.None, (all, path) => all.Union(path.Traffic));

    private static string Only(IEnumerable<TierPath> paths) => string.Join(", ", paths) is { Length: > 0 } listed ? $"only {listed}" : "nothing";

    private static IEnumerable<TierPath> From(IEnumerable<string> sources, string to, int port, Demand demand, string why) =>
        sources.Select(source => new TierPath(source, to, [port], demand, why));
}
