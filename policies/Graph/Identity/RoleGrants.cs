using System.IO.Enumeration;

namespace Infra.Policies.Identity;

/// <summary>What each role may do by its own policies: inline, attached, or of a resource of their own.</summary>
public sealed class RoleGrants
{
    private static readonly string[] Attaching = [.. ResourceTypes.PolicyAttachments];

    private readonly ILookup<ResourceNode, Grant> _grants;

    private RoleGrants(ResourceGraph graph) => _grants = Read(graph).ToLookup(entry => entry.Role, entry => entry.Grant);

    public static RoleGrants In(ResourceGraph graph) => graph.Once(made => new RoleGrants(made));

    public IEnumerable<ResourceNode> Roles => _grants.Select(group => group.Key);

    /// <summary>The documents of a role, known or not.</summary>
    public IEnumerable<Grant> Of(ResourceNode role) => _grants[role];

    /// <summary>Whether one of a role's statements, on whatever condition, allows an action on a resource.</summary>
    public Verdict Allow(ResourceNode role, string action, string arn)
    {
        var grants = _grants[role].ToList();
        return grants.SelectMany(grant => grant.Statements).Any(statement => statement.Allows(action) && Covers(statement, arn)) ? Verdict.Pass
            : grants.Exists(grant => grant.IsOpen) ? Verdict.Undetermined
            : Verdict.Fail;
    }

    public static bool Covers(PolicyStatement statement, string arn) => !statement.Written["NotResource"].IsAbsent
        || statement.Resources.Any(pattern => pattern == arn || FileSystemName.MatchesSimpleExpression(pattern, arn, ignoreCase: false));

    private static IEnumerable<(ResourceNode Role, Grant Grant)> Read(ResourceGraph graph)
    {
        foreach (var role in graph.OfType(ResourceTypes.Role))
        {
            var inline = role["inlinePolicies"];
            foreach (var document in inline.IsUnknown ? [inline] : inline.Items.Select(each => each["policy"])) yield return (role, Grant.Of(role, document));
            var managed = role["managedPolicyArns"];
            foreach (var arn in managed.IsUnknown ? [managed] : managed.Items) yield return (role, Attached(graph, role, arn));
        }

        foreach (var policy in graph.OfType(ResourceTypes.RolePolicy))
            foreach (var role in graph.Resolve(policy, policy["role"], ResourceTypes.Role).Candidates) yield return (role, Grant.Of(policy, policy["policy"]));
        foreach (var attachment in graph.OfType(Attaching))
            foreach (var role in graph.Resolve(attachment, attachment["role"], ResourceTypes.Role).Candidates)
                yield return (role, Attached(graph, attachment, attachment["policyArn"]));
    }

    private static Grant Attached(ResourceGraph graph, ResourceNode owner, PropertyValue arn)
    {
        if (graph.Resolve(owner, arn, ResourceTypes.ManagedPolicy).Target is { } policy) return Grant.Of(policy, policy["policy"]);

        // AWS's own policies are written for one purpose each; what another one allows cannot be seen from here.
        var isAws = arn.Text?.StartsWith("arn:aws:iam::aws:policy/", StringComparison.Ordinal) is true;
        return new(owner, arn, [], IsOpen: !isAws);
    }
}

/// <summary>One policy of a role.</summary>
/// <param name="Owner">The resource in which it stands.</param>
/// <param name="Document">Where it stands there.</param>
/// <param name="Statements">Those that are known in full.</param>
/// <param name="IsOpen">Whether it may allow more than its statements.</param>
public sealed record Grant(ResourceNode Owner, PropertyValue Document, IReadOnlyList<PolicyStatement> Statements, bool IsOpen)
{
    public static Grant Of(ResourceNode owner, PropertyValue document)
    {
        var known = (PolicyStatement.Of(document) ?? []).Where(statement => statement.Written.FirstUnknown() is null);
        return new(owner, document, [.. known], document.FirstUnknown() is not null);
    }
}
