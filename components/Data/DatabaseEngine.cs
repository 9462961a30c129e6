using System.Collections.Immutable;
using Pulumi.Aws.Rds;

namespace Infra.Components.Data;

/// <summary>What MySQL and PostgreSQL differ in (RDS User Guide, read 2026-11).</summary>
public sealed record DatabaseEngine
{
    private DatabaseEngine()
    {
    }

    public static DatabaseEngine MySql { get; } = new()
    {
        Name = "mysql",
        AuroraName = "aurora-mysql",
        AuroraType = EngineType.AuroraMysql,
        Version = "8.4",
        AuroraVersion = "8.0",
        Family = "mysql8.4",
        AuroraFamily = "aurora-mysql8.0",
        ProxyFamily = "MYSQL",
        LogExports = ["error", "slowquery"],
        AuroraLogExports = ["error"],
        AuroraTlsSetting = ("require_secure_transport", "ON"),
        Settings = ImmutableSortedDictionary<string, string>.Empty
            .Add("log_output", "FILE").Add("long_query_time", "1").Add("require_secure_transport", "1").Add("slow_query_log", "1"),
    };

    public static DatabaseEngine PostgreSql { get; } = new()
    {
        Name = "postgres",
        AuroraName = "aurora-postgresql",
        AuroraType = EngineType.AuroraPostgresql,
        Version = "17",
        AuroraVersion = "17",
        Family = "postgres17",
        AuroraFamily = "aurora-postgresql17",
        ProxyFamily = "POSTGRESQL",
        LogExports = ["postgresql", "upgrade"],
        AuroraLogExports = ["postgresql"],
        AuroraTlsSetting = ("rds.force_ssl", "1"),
        Settings = ImmutableSortedDictionary<string, string>.Empty
            .Add("log_min_duration_statement", "1000").Add("rds.force_ssl", "1"),
    };

    public static IReadOnlyDictionary<string, DatabaseEngine> ByName { get; } =
        new SortedDictionary<string, DatabaseEngine>(StringComparer.Ordinal) { ["mysql"] = MySql, ["postgresql"] = PostgreSql };

    public required string Name { get; init; }

    public required string AuroraName { get; init; }

    /// <summary>The same, as machines want it.</summary>
    public required EngineType AuroraType { get; init; }

    /// <summary>The minor version is AWS's choice, and moves in the maintenance window; so does Aurora's.</summary>
    public required string Version { get; init; }

    public required string AuroraVersion { get; init; }

    public required string Family { get; init; }

    public required string AuroraFamily { get; init; }

    public required string ProxyFamily { get; init; }

    public required ImmutableArray<string> LogExports { get; init; }

    public required ImmutableArray<string> AuroraLogExports { get; init; }

    public required (string Name, string Value) AuroraTlsSetting { get; init; }

    /// <summary>Refuses plain connections and writes down slow queries.</summary>
    public required ImmutableSortedDictionary<string, string> Settings { get; init; }

    public override string ToString() => Name;
}
