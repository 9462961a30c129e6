namespace Infra.Policies.Deployment;

public sealed class RolePoliciesFit() : DeploymentRule(
    "deploy-role-inline-policies",
    Rank.High,
    ResourceTypes.Role,
    "AWS refuses the policy that makes those within the role too long together.",
    "say the same with fewer statements, each for several resources, or attach policies that stand for themselves",
    "IAM User Guide, IAM and STS quotas, 2026-11")
{
    // Of all policies within one role; white space is not counted.
    private const int MostCharacters = 10_240;

    public override IReadOnlyList<string> Types => [.. ResourceTypes.Role, .. ResourceTypes.RolePolicy];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var policies = graph.PointingTo(resource, ResourceTypes.Role, ResourceTypes.RolePolicy, "role").ToList();
        var length = resource["inlinePolicies"].Items.Select(inline => inline["policy"]).Concat(policies.Select(policy => policy["policy"])).Sum(LengthOf);
        if (length > MostCharacters)
            return [Fail(resource, "inlinePolicies", $"the policies within it have {length} characters, more than {MostCharacters}")];
        if (resource["inlinePolicies"].FirstUnknown() is { } inline)
            return [Undetermined(resource, inline)];
        return policies.Find(policy => policy["policy"].IsUnknown) is { } unknown ? [Undetermined(unknown, unknown["policy"])] : [];
    }

    private static int LengthOf(PropertyValue policy) => (policy.Text ?? "").Count(character => !char.IsWhiteSpace(character));
}
