namespace Infra.Components.Networking;

/// <summary>What holds data: machines reach it on one port, and it reaches nothing.</summary>
public abstract record StoreTier : TierPeer
{
    private protected StoreTier(string key, int port)
        : base(key) => Port = port;

    public int Port { get; }
}

/// <summary>Valkey or Redis.</summary>
public sealed record CacheTier() : StoreTier("cache", 6379);

public sealed record MemcachedTier() : StoreTier("memcached", 11211);

/// <summary>MySQL, RDS or Aurora.</summary>
public sealed record DatabaseTier() : StoreTier("database", 3306);

/// <summary>PostgreSQL, RDS or Aurora.</summary>
public sealed record PostgreSqlTier() : StoreTier("postgresql", 5432);

/// <summary>RDS Proxy before MySQL: it pools connections and passes them on.</summary>
public sealed record DatabaseProxyTier() : StoreTier("database-proxy", 3306)
{
    public Flow CanReach(DatabaseTier database) => new(this, database, database.Port);
}

/// <summary>RDS Proxy before PostgreSQL.</summary>
public sealed record PostgreSqlProxyTier() : StoreTier("postgresql-proxy", 5432)
{
    public Flow CanReach(PostgreSqlTier database) => new(this, database, database.Port);
}

/// <summary>DocumentDB.</summary>
public sealed record DocumentTier() : StoreTier("document", 27017);

/// <summary>
/// Keyspaces, by an interface endpoint: the machines behind it are AWS's own
/// (developer guide, "Using interface VPC endpoints", read 2026-11).
/// </summary>
public sealed record WideColumnTier() : StoreTier("wide-column", 9142);

/// <summary>Neptune.</summary>
public sealed record GraphTier() : StoreTier("graph", 8182);
