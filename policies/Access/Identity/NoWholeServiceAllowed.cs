namespace Infra.Policies.Identity;

public sealed class NoWholeServiceAllowed() : DocumentRule(
    "iam-no-service-star-action",
    Rank.High,
    ResourceTypes.IdentityPolicies,
    ["policy"],
    "All actions of a service include deleting, sharing and changing its permissions, and those that AWS adds tomorrow.",
    "list the actions that are needed",
    "IAM.21", "CKV_AWS_63", "AwsSolutions-IAM5")
{
    protected override string? Objection(ResourceNode resource, PolicyStatement statement) =>
        statement.IsAllow && statement.Actions.FirstOrDefault(IsWholeService) is { } whole
            ? $"allows {whole}"
            : null;

    private static bool IsWholeService(string action) =>
        action.Split(':') is [var service, var name] && ConditionTest.IsAnything(name) && !ConditionTest.IsAnything(service);
}
