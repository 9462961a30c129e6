namespace Infra.Policies.Identity;

public sealed class PipelinesHaveABoundary() : ResourceRule(
    "iam-permissions-boundary",
    Rank.Medium,
    ResourceTypes.Role,
    "Whoever takes over a pipeline may do all that its role allows, and gives itself what it does not.",
    "set permissionsBoundary on roles that a CI provider signs in to")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var trust = resource["assumeRolePolicy"];
        if (!resource["permissionsBoundary"].IsAbsent) return [];
        if (trust.IsUnknown || trust.FirstUnknown() is not null) return [Undetermined(resource, trust)];
        return PolicyStatement.Of(trust)?.Any(statement => statement.IsAllow && statement.Principals.Any(IsPipeline)) is true
            ? [Fail(resource, "permissionsBoundary", "a CI provider signs in to it, and permissionsBoundary is not set")]
            : [];
    }

    // A cluster of Kubernetes signs for the pods of this platform, not for strangers' builds.
    private static bool IsPipeline((string Kind, string Name) principal) => principal.Kind == "Federated"
        && principal.Name.Contains(":oidc-provider/", StringComparison.Ordinal)
        && !principal.Name.Contains(":oidc-provider/oidc.eks.", StringComparison.Ordinal);
}
