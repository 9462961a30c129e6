namespace Infra.Policies.Identity;

/// <summary>A rule that demands a resource policy which refuses whoever comes without TLS.</summary>
/// <param name="id">Kebab-case, frozen.</param>
/// <param name="rank">How much a violation hurts.</param>
/// <param name="types">What is protected; a policy written within it counts as well.</param>
/// <param name="policies">The types of policies that stand alone.</param>
/// <param name="property">The property by which they name what they protect.</param>
/// <param name="actions">All of these must be refused.</param>
/// <param name="what">What to call the policy in a message.</param>
/// <param name="why">One sentence.</param>
/// <param name="fix">What to do about it.</param>
/// <param name="anchors">Ids of other tools.</param>
public abstract class PlainTextRule(
    string id, Rank rank, IReadOnlyList<string> types, IReadOnlyList<string> policies, string property, IReadOnlyList<string> actions, string what,
    string why, string fix, params IReadOnlyList<string> anchors)
    : ResourceRule(id, rank, types, why, fix, anchors)
{
    private readonly IReadOnlyList<string> _types = types;

    public sealed override IReadOnlyList<string> Types => [.. _types, .. policies];

    protected sealed override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var standalone = graph.PointingTo(resource, _types, policies, property).ToList();
        var owners = resource["policy"].IsAbsent ? standalone : [resource, .. standalone];
        if (owners.Count == 0) return [Fail(resource, null, $"no {what} names it")];

        // One unknown ARN inside makes the whole document unknown.
        var certain = owners.Where(owner => owner == resource || graph.Resolve(owner, owner[property], _types).Target == resource).ToList();
        if (certain.Exists(owner => PolicyStatement.Of(owner["policy"])?.Any(Refuses) is true)) return [];
        if (certain.Find(owner => owner["policy"].FirstUnknown() is not null) is { } unknown)
            return [Undetermined(unknown, unknown["policy"].FirstUnknown()!)];
        return [owners.Except(certain).FirstOrDefault() is { } other
            ? Undetermined(resource, property, $"whether {other.Name} is its policy is not known before the deployment")
            : Fail(owners[0], "policy", "policy denies nothing to those who come without TLS")];
    }

    /// <summary>Whether these are all that is protected, its parts included.</summary>
    protected virtual bool IsWhole(IReadOnlyList<string> resources) => true;

    private bool Refuses(PolicyStatement statement) => statement.Written["Effect"].Text == "Deny"
        && statement.Principals.Any(principal => principal is ("AWS", "*"))
        && actions.All(action => statement.Actions.Any(pattern => PolicyStatement.Covers(pattern, action)))
        && IsWhole([.. statement.Resources])
        && statement.Conditions.ToList() is [("aws:SecureTransport", "false")]
        && statement.Written["Condition"].FirstUnknown() is null;
}
