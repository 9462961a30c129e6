using Pulumi;
using Pulumi.Aws.ElastiCache;
using Pulumi.Aws.ElastiCache.Inputs;

namespace Infra.Components.Data;

/// <summary>The one user of a cache, who signs in with IAM and may do everything with keys and nothing that administers the server.</summary>
internal sealed record CacheAccount(string UserName, User User, UserGroup Group)
{
    public static CacheAccount Create(string name, Naming naming, Location location, CustomResourceOptions child)
    {
        var userName = naming.Within(CloudName.CacheUser, $"{name}-app");
        var user = new User($"{name}-app", new UserArgs
        {
            Region = location.Region,
            Engine = CacheSettings.Engine,
            // With IAM both must be the same.
            UserId = userName,
            UserName = userName,
            AuthenticationMode = new UserAuthenticationModeArgs { Type = "iam" },
            AccessString = "on ~* +@all -@admin -@dangerous",
            Tags = naming.Tags($"{name}-app"),
        }, child);

        var group = new UserGroup(name, new UserGroupArgs
        {
            Region = location.Region,
            Engine = CacheSettings.Engine,
            UserGroupId = naming.Within(CloudName.CacheUserGroup, name),
            UserIds = user.UserId,
            Tags = naming.Tags(name),
        }, child);
        return new(userName, user, group);
    }
}
