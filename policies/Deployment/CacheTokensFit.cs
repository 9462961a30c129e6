namespace Infra.Policies.Deployment;

public sealed class CacheTokensFit() : DeploymentRule(
    "deploy-cache-token",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "The provider refuses a token that is too short, has @, a quote or a slash, or would travel in plain text.",
    "give 16 to 128 characters without @, \" and /, and set transitEncryptionEnabled",
    "Amazon ElastiCache API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var token = resource["authToken"];
        if (token.IsAbsent) return [];
        if (token.IsUnknown) return [Undetermined(resource, token)];
        return token.Text is { Length: >= 16 and <= 128 } text && text.IndexOfAny(['@', '"', '/']) < 0
            ? ExpectTrue(resource, resource["transitEncryptionEnabled"])
            : [Fail(resource, token.Path, "authToken has another length than 16 to 128, or one of @, \" and /")];
    }
}
