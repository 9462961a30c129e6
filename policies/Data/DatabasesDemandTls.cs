namespace Infra.Policies.Data;

public sealed class DatabasesDemandTls() : ResourceRule(
    "rds-tls-required",
    Rank.High,
    [.. ResourceTypes.DatabaseParameterGroup, .. ResourceTypes.DatabaseClusterParameterGroup],
    "A server that takes plain connections is read by whoever sits on the way, password and all.",
    "set require_secure_transport (MySQL, MariaDB) or rds.force_ssl (PostgreSQL) to 1",
    "RDS.41", "RDS.44", "CKV2_AWS_69")
{
    // PostgreSQL of RDS from 15 on demands TLS unless told otherwise (RDS User Guide, using SSL with PostgreSQL), and Aurora's from 17 on
    // (Aurora User Guide, security with Aurora PostgreSQL, as cited in awslabs/startups pull request 199), and MariaDB from 11.8 on (RDS User
    // Guide, requiring SSL for MariaDB); read 2026-11.
    private static readonly (string Prefix, Version Since)[] DemandingByDefault =
        [("aurora-postgresql", new(17, 0)), ("mariadb", new(11, 8)), ("postgres", new(15, 0))];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (family, parameters) = (resource["family"], resource["parameters"]);
        if (family.IsUnknown) return [Undetermined(resource, family)];
        if (NameOf(family.Text ?? "") is not { } name) return [];
        if (parameters.IsUnknown) return [Undetermined(resource, parameters)];
        if (parameters.Items.FirstOrDefault(parameter => parameter["name"].IsUnknown) is { } unclear) return [Undetermined(resource, unclear["name"])];
        if (parameters.Items.FirstOrDefault(parameter => parameter["name"].Text == name) is { } setting)
            return Expect(resource, setting["value"], value => value.Text is "1" or "ON" or "on", "1");
        return IsDemandingByDefault(family.Text!) ? [] : [Fail(resource, parameters.Path, $"parameters do not set {name}")];
    }

    private static string? NameOf(string family) =>
        family.Contains("mysql", StringComparison.Ordinal) || family.StartsWith("mariadb", StringComparison.Ordinal) ? "require_secure_transport"
        : family.Contains("postgres", StringComparison.Ordinal) ? "rds.force_ssl"
        : null;

    private static bool IsDemandingByDefault(string family) => DemandingByDefault.Any(entry =>
        family.StartsWith(entry.Prefix, StringComparison.Ordinal)
        && VersionOf(family[entry.Prefix.Length..]) >= entry.Since);

    // A family of PostgreSQL has one number.
    private static Version? VersionOf(string text) =>
        Version.TryParse(text.Contains('.', StringComparison.Ordinal) ? text : $"{text}.0", out var version) ? version : null;
}
