namespace Infra.Policies.Edge;

public sealed class FiltersStandBeforeSomething() : ResourceRule(
    "waf-acl-in-use",
    Rank.Medium,
    ResourceTypes.WebAcl,
    "A web ACL that stands before nothing is paid for, and whoever made it believes that it protects.",
    "add a WebAclAssociation, name it in a distribution's webAclId, or remove it")
{
    private static readonly (IReadOnlyList<string> Types, string Property)[] Protected =
        [(ResourceTypes.WebAclAssociation, "webAclArn"), (ResourceTypes.Distribution, "webAclId")];

    public override IReadOnlyList<string> Types { get; } =
        [.. ResourceTypes.WebAcl, .. ResourceTypes.WebAclAssociation, .. ResourceTypes.Distribution, .. ResourceTypes.WebAclLogging];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        foreach (var (types, property) in Protected)
        {
            var users = graph.PointingTo(resource, ResourceTypes.WebAcl, types, property).ToList();
            if (users.Exists(user => graph.Resolve(user, user[property], ResourceTypes.WebAcl).Target == resource)) return [];
        }

        // Others may use it, too: an ingress of Kubernetes, another stack by this one's outputs.
        var others = graph.UsersOf(resource).Where(edge => !ResourceTypes.WebAclLogging.Contains(edge.From.Type)).ToList();
        if (others.Exists(edge => !edge.Ambiguous)) return [];
        return others.Count > 0
            ? [Undetermined(resource, others[0].Property, $"whether {others[0].From.Name} uses it is not known before the deployment")]
            : [Fail(resource, null, "nothing stands behind it")];
    }
}
