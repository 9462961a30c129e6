namespace Infra.Policies.Deployment;

public sealed class UserGroupsHaveADefault() : DeploymentRule(
    "deploy-cache-default-user",
    Rank.High,
    [.. Groups, .. Users],
    "AWS refuses a group of Redis users in which none is called default.",
    "add a user whose userName is default",
    "AWS provider and cfn-lint, 2026-11")
{
    private static IReadOnlyList<string> Groups { get; } = ["aws:elasticache/userGroup:UserGroup"];

    private static IReadOnlyList<string> Users { get; } = ["aws:elasticache/user:User"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var ids = resource["userIds"];
        if (!Groups.Contains(resource.Type)) return [];
        var members = (ids.IsUnknown ? [ids] : ids.Items).ToList();
        var users = graph.OfType(Users).Where(user => members.Exists(id => id.Text is { } text && text == user["userId"].Text)
            || members.Exists(id => graph.Resolve(resource, id, Users).Candidates.Contains(user))).ToList();
        if (members.Exists(id => id.Text == "default") || users.Exists(user => user["userName"].Text == "default")) return [];
        var open = users.Find(user => user["userName"].IsUnknown) is { } user ? Undetermined(user, user["userName"])
            : members.Find(id => id.IsUnknown) is { IsUnknown: true } id && users.Count < members.Count ? Undetermined(resource, id)
            : Fail(resource, ids.Path, "none of its users is called default");
        return If(resource, resource["engine"], engine => string.Equals(engine.Text, "redis", StringComparison.OrdinalIgnoreCase), [open]);
    }
}
