namespace Infra.Policies.Deployment;

public sealed class PasswordsAreGivenOnce() : DeploymentRule(
    "deploy-db-password-once",
    Rank.High,
    ResourceTypes.Databases,
    "The provider refuses a password beside one that AWS manages.",
    "give a password or set manageMasterUserPassword",
    "Amazon RDS API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => If(
        resource, resource["manageMasterUserPassword"], managed => managed.Truth is true,
        [.. Once(resource, resource["password"]), .. Once(resource, resource["masterPassword"])]);

    private IEnumerable<Finding> Once(ResourceNode database, PropertyValue password) =>
        password.IsAbsent ? []
        : password.IsUnknown ? [Undetermined(database, password)]
        : [Fail(database, password.Path, $"{password.Path} is given, and AWS manages the password")];
}
