using System.Globalization;

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
    private static readonly (string Prefix, double Since)[] DemandingByDefault = [("aurora-postgresql", 17), ("mariadb", 11.8), ("postgres", 15)];

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
        && double.TryParse(family[entry.Prefix.Length..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version)
        && version >= entry.Since);
}
