using System.Text.RegularExpressions;

namespace Infra.Components.Data;

/// <summary>What MySQL and PostgreSQL both take as the name of a schema (RDS API reference, CreateDBInstance, read 2026-11).</summary>
internal static partial class SchemaName
{
    public static IEnumerable<string> Check(string name)
    {
        if (!Pattern().IsMatch(name))
            yield return $"SchemaName is '{name}'; expected are up to 63 letters, digits and underscores, beginning with a letter.";
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,62}$")]
    private static partial Regex Pattern();
}
