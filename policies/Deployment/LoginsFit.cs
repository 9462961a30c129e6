namespace Infra.Policies.Deployment;

public sealed class LoginsFit() : DeploymentRule(
    "deploy-db-login",
    Rank.High,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseCluster],
    "AWS refuses administrators and passwords that the engine does not take.",
    "give MySQL a name of at most 16 characters and PostgreSQL one other than admin, and a password of 8 to 41 (MySQL) or 128 "
    + "characters without /, @, quotes and spaces",
    "AWS provider and cfn-lint, 2026-11")
{
    private static readonly char[] Refused = ['/', '@', '"', ' '];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var engine = resource["engine"];
        var isMySql = engine.Text?.Contains("mysql", StringComparison.Ordinal) is true || engine.Text == "mariadb";
        PropertyValue[] names = [resource["username"], resource["masterUsername"]];
        PropertyValue[] passwords = [resource["password"], resource["masterPassword"]];
        if (engine.IsAbsent) return [];
        if (engine.IsUnknown) return names.Concat(passwords).Any(value => !value.IsAbsent) ? [Undetermined(resource, engine)] : [];
        return names.SelectMany(name =>
            Matches(resource, name, text => isMySql ? text.Length is >= 1 and <= 16 : text != "admin" || !IsPostgreSql(engine), isMySql
                ? "1 to 16 characters" : "another name than admin"))
            .Concat(passwords.SelectMany(password => CheckPassword(resource, password, isMySql ? 41 : 128)));
    }

    private static bool IsPostgreSql(PropertyValue engine) => engine.Text?.Contains("postgres", StringComparison.Ordinal) is true;

    // What it is must not be told.
    private IEnumerable<Finding> CheckPassword(ResourceNode database, PropertyValue password, int most) => password switch
    {
        { IsAbsent: true } => [],
        { IsUnknown: true } => [Undetermined(database, password)],
        _ => password.Text is { Length: >= 8 } text && text.Length <= most && text.IndexOfAny(Refused) < 0
            ? []
            : [Fail(database, password.Path, $"{password.Path} has another length than 8 to {most}, or one of / @ \" and space")],
    };
}
