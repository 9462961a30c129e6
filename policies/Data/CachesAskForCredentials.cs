namespace Infra.Policies.Data;

public sealed class CachesAskForCredentials() : ResourceRule(
    "redis-auth",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "Without credentials every process that reaches the port reads and changes all sessions.",
    "give it an authToken or user groups",
    "ElastiCache.6", "CKV_AWS_31", "AwsSolutions-AEC6")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue[] tokens = [resource["authToken"], resource["authTokenWo"]];
        if (Array.Exists(tokens, token => !token.IsAbsent) || resource["userGroupIds"].Items.Any()) return [];
        return resource["userGroupIds"].IsUnknown
            ? [Undetermined(resource, resource["userGroupIds"])]
            : [Fail(resource, "authToken", "it has neither an authToken nor user groups")];
    }
}
