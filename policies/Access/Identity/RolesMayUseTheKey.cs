namespace Infra.Policies.Identity;

public sealed class RolesMayUseTheKey() : Rule(
    "key-usable-by-role",
    Rank.High,
    "A permission on something encrypted is worth nothing without one on its key: the first call is refused, at run time.",
    "allow the role the action on the key as well, and let the key's policy leave it to the account or name the role")
{
    private static readonly Encrypted[] Kinds =
    [
        new(ResourceTypes.Queue, "kmsMasterKeyId", "sqs:SendMessage", "kms:GenerateDataKey"),
        new(ResourceTypes.Queue, "kmsMasterKeyId", "sqs:ReceiveMessage", "kms:Decrypt"),
        new(ResourceTypes.Topic, "kmsMasterKeyId", "sns:Publish", "kms:GenerateDataKey"),
        new(ResourceTypes.Secret, "kmsKeyId", "secretsmanager:GetSecretValue", "kms:Decrypt"),
        new(ResourceTypes.Parameter, "keyId", "ssm:GetParameter", "kms:Decrypt"),
        new(ResourceTypes.Table, "serverSideEncryption.kmsKeyArn", "dynamodb:GetItem", "kms:Decrypt"),
    ];

    private static readonly string[] Things = [.. Kinds.SelectMany(kind => kind.Types).Distinct()];

    public override IReadOnlyList<string> Types { get; } =
        [.. Things, .. ResourceTypes.KeyPolicies, .. ResourceTypes.IdentityPolicies, .. ResourceTypes.PolicyAttachments];

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        (from role in RoleGrants.In(graph).Roles
         from grant in RoleGrants.In(graph).Of(role)
         from finding in Check(role, grant, graph).Concat(grant.IsOpen ? Open(role, grant, graph) : [])
         select finding).DistinctBy(finding => (finding.Urn, finding.Key, finding.Verdict));

    private IEnumerable<Finding> Check(ResourceNode role, Grant grant, ResourceGraph graph) =>
        from statement in grant.Statements
        where statement.IsAllow
        from arn in statement.Resources
        from thing in graph.WithIdentity(arn)
        from kind in Kinds
        where kind.Types.Contains(thing.Type) && statement.Allows(kind.Action)
        let key = graph.Resolve(thing, thing[kind.Property], ResourceTypes.Key).Target
        where key is not null
        from finding in Check(role, grant, thing, key, kind, graph)
        select finding;

    private IEnumerable<Finding> Check(ResourceNode role, Grant grant, ResourceNode thing, ResourceNode key, Encrypted kind, ResourceGraph graph)
    {
        var (verdict, owner, policy) = KeyUse.ByRole(graph, key, role, kind.Needs);
        var what = $"{role.Name} may call {kind.Action} on {thing.Name}";
        return verdict switch
        {
            Verdict.Pass => [],
            Verdict.Fail => [Fail(grant.Owner, grant.Document.Path, $"{what}, and not {kind.Needs} with {key.Name}", $"{thing.Name} {kind.Needs}")],
            _ => [Undetermined(owner, policy.Path, $"{what}; whether it may call {kind.Needs} with {key.Name} is not known before the deployment",
                $"{role.Name} {thing.Name} {kind.Needs}")],
        };
    }

    // A document that is not known was computed from what it speaks of.
    private IEnumerable<Finding> Open(ResourceNode role, Grant grant, ResourceGraph graph)
    {
        if (grant.Document.FirstUnknown() is not { } unknown) return [];
        var sources = grant.Owner.DependenciesOf(grant.Document.Path.Split('[')[0]).Select(graph.Find).OfType<ResourceNode>().ToList();
        return (sources.Count > 0 ? sources : graph.OfType(Things)).FirstOrDefault(thing => HasKey(thing, graph)) is { } encrypted
            ? [Undetermined(grant.Owner, unknown.Path, $"whether {role.Name} may use the key of {encrypted.Name} is not known before the deployment")]
            : [];
    }

    private static bool HasKey(ResourceNode thing, ResourceGraph graph) => Array.Exists(
        Kinds, kind => kind.Types.Contains(thing.Type) && graph.Resolve(thing, thing[kind.Property], ResourceTypes.Key).Candidates.Count > 0);

    /// <param name="Types">What is encrypted.</param>
    /// <param name="Property">Names its key.</param>
    /// <param name="Action">What a role does with it.</param>
    /// <param name="Needs">What it must be allowed with the key for that.</param>
    private sealed record Encrypted(IReadOnlyList<string> Types, string Property, string Action, string Needs);
}
