namespace Infra.Policies.Data;

public sealed class CachesAskForCredentials() : RedisRule(
    "redis-auth",
    Rank.High,
    Everything,
    "Without credentials every process that reaches the port reads and changes all sessions.",
    "give a replication group an authToken or user groups, a serverless cache a user group",
    "ElastiCache.6", "CKV_AWS_31", "AwsSolutions-AEC6")
{
    protected override IEnumerable<Finding> Judge(ResourceNode cache)
    {
        if (IsSingleCluster(cache)) return [Lacks(cache, "asks nobody for credentials")];

        // Which group it is is often known only after the deployment; that the program names one is enough.
        if (IsServerless(cache)) return cache["userGroupId"].IsAbsent ? [Fail(cache, "userGroupId", "it has no user group")] : [];

        PropertyValue[] tokens = [cache["authToken"], cache["authTokenWo"]];
        if (Array.Exists(tokens, token => !token.IsAbsent) || cache["userGroupIds"].Items.Any()) return [];
        return cache["userGroupIds"].IsUnknown
            ? [Undetermined(cache, cache["userGroupIds"])]
            : [Fail(cache, "authToken", "it has neither an authToken nor user groups")];
    }
}
