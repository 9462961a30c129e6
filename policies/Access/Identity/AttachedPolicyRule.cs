namespace Infra.Policies.Identity;

/// <summary>A rule about the managed policies that roles, users and groups are given by their ARNs.</summary>
public abstract class AttachedPolicyRule(string id, Rank rank, string why, string fix, params IReadOnlyList<string> anchors)
    : ResourceRule(id, rank, [.. ResourceTypes.Role, .. ResourceTypes.PolicyAttachments], why, fix, anchors)
{
    /// <summary>Whether the policy allows too much.</summary>
    protected abstract bool Objects(string arn);

    protected sealed override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var managed = resource["managedPolicyArns"];
        return (managed.IsUnknown ? [managed] : managed.Items).Append(resource["policyArn"]).SelectMany(policy => Check(resource, graph, policy));
    }

    // The ARN of a policy that the program itself makes is not AWS's own.
    private IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph, PropertyValue policy) =>
        policy.IsUnknown && graph.Resolve(resource, policy, ResourceTypes.ManagedPolicy).Candidates.Count > 0
            ? []
            : Expect(resource, policy, arn => !Objects(arn.Text!), "a policy of limited actions", whenAbsent: true);
}
