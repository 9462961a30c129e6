using System.IO.Enumeration;

namespace Infra.Policies.Identity;

public sealed class RolesReachFewStores() : Rule(
    "role-blast-radius",
    Rank.Medium,
    "Whoever takes a role destroys everything that it may write: a role for everything is one mistake away from the loss of everything.",
    "split the role by what each part of the application needs")
{
    private const int Most = 8;

    private static readonly (IReadOnlyList<string> Types, string[] Actions, string Within)[] Writing =
    [
        (ResourceTypes.Table, ["dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:DeleteTable"], "/index/*"),
        (ResourceTypes.Bucket, ["s3:PutObject", "s3:DeleteObject", "s3:DeleteBucket"], "/*"),
        (ResourceTypes.Secret, ["secretsmanager:PutSecretValue", "secretsmanager:DeleteSecret"], ""),
        (ResourceTypes.DatabaseInstance, ["rds:DeleteDBInstance", "rds:ModifyDBInstance"], ""),
        (ResourceTypes.DatabaseCluster, ["rds:DeleteDBCluster", "rds:ModifyDBCluster"], ""),
    ];

    public override IReadOnlyList<string> Types { get; } =
        [.. Writing.SelectMany(kind => kind.Types), .. ResourceTypes.IdentityPolicies, .. ResourceTypes.PolicyAttachments];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var matching = new Dictionary<(string Pattern, int Kind), List<ResourceNode>>();
        foreach (var role in RoleGrants.In(graph).Roles)
        {
            var grants = RoleGrants.In(graph).Of(role).ToList();
            var stores = grants.SelectMany(grant => grant.Statements).SelectMany(Written).Distinct().ToList();
            if (stores.Count > Most)
                yield return Fail(role, null, $"it may write {stores.Count} stores, more than {Most}: {Some(stores)} and others");
            else if (grants.Find(grant => grant.IsOpen) is { } open && MayBeMore(open, graph, stores.Count))
                yield return Undetermined(open.Owner, open.Document.Path, $"how many stores {role.Name} may write is not known before the deployment");
        }

        IEnumerable<ResourceNode> Written(PolicyStatement statement) => Enumerable.Range(0, Writing.Length)
            .Where(kind => Writing[kind].Actions.Any(statement.Allows))
            .SelectMany(kind => statement.IsOnEverything ? All("*", kind) : statement.Resources.SelectMany(pattern => All(pattern, kind)));

        List<ResourceNode> All(string pattern, int kind)
        {
            if (matching.TryGetValue((pattern, kind), out var found)) return found;
            var (types, _, within) = Writing[kind];
            var plain = within.Length > 0 && pattern.EndsWith(within, StringComparison.Ordinal) ? pattern[..^within.Length] : pattern;
            return matching[(pattern, kind)] = !plain.Contains('*')
                ? [.. graph.WithIdentity(plain).Where(node => types.Contains(node.Type))]
                : [.. graph.OfType(types).Where(node => node["arn"].Text is { } arn && FileSystemName.MatchesSimpleExpression(plain, arn, ignoreCase: false))];
        }
    }

    private static string Some(List<ResourceNode> stores) => string.Join(", ", stores.Select(store => store.Name).Order(StringComparer.Ordinal).Take(3));

    // One document of a stack speaks of what it was computed from, and of no more.
    private static bool MayBeMore(Grant open, ResourceGraph graph, int known)
    {
        if (open.Document.FirstUnknown() is null) return false;
        var sources = open.Owner.DependenciesOf(open.Document.Path.Split('[')[0]);
        return sources.Count == 0
            ? Writing.Sum(kind => graph.OfType(kind.Types).Count()) > Most
            : known + sources.Select(graph.Find).Count(node => node is not null && Writing.Any(kind => kind.Types.Contains(node.Type))) > Most;
    }
}
