namespace Infra.Policies.Data;

public sealed class AdministratorsHaveNamesOfTheirOwn() : ResourceRule(
    "rds-custom-admin-name",
    Rank.Low,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseCluster],
    "Whoever guesses passwords begins with the names that every tutorial uses.",
    "choose another name for the administrator when the database is made: it cannot be changed later",
    "RDS.24", "RDS.25")
{
    private static readonly HashSet<string> Usual =
        new(["admin", "administrator", "postgres", "root", "sa", "sysadmin", "user", "username"], StringComparer.OrdinalIgnoreCase);

    // A replica, and what is restored from a snapshot, has the name that its source has.
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue[] names = [resource["username"], resource["masterUsername"]];
        return names.SelectMany(name => Expect(resource, name, text => !Usual.Contains(text.Text ?? ""), "a name of its own", whenAbsent: true));
    }
}
