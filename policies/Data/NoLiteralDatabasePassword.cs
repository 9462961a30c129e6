namespace Infra.Policies.Data;

public sealed class NoLiteralDatabasePassword() : ResourceRule(
    "no-literal-database-password",
    Rank.Critical,
    [.. ResourceTypes.Databases, .. ResourceTypes.ReplicationGroup],
    "A password in plain text is in the source, in the state and in every log of the deployment.",
    "let AWS manage it (manageMasterUserPassword), or take it from a secret",
    "AwsSolutions-DOC3")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue[] passwords = [resource["password"], resource["masterPassword"], resource["authToken"]];
        foreach (var password in passwords.Where(password => !password.IsSecret && !password.IsAbsent))
        {
            yield return password.IsUnknown
                ? Undetermined(resource, password.Path, $"whether {password.Path} is kept as a secret is not known before the deployment")
                : Fail(resource, password.Path, $"{password.Path} is given in plain text");
        }
    }
}
