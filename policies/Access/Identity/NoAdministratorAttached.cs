namespace Infra.Policies.Identity;

public sealed class NoAdministratorAttached() : ResourceRule(
    "iam-no-admin-managed-policy",
    Rank.High,
    [.. ResourceTypes.Role, .. ResourceTypes.PolicyAttachments],
    "AWS's administrator policies allow everything, or allow to allow everything.",
    "attach a policy that lists the actions and the resources that are needed",
    "CKV_AWS_274", "CKV2_AWS_56", "AwsSolutions-IAM4")
{
    private static readonly string[] Administrators = ["policy/AdministratorAccess", "policy/IAMFullAccess", "policy/PowerUserAccess"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var managed = resource["managedPolicyArns"];
        return (managed.IsUnknown ? [managed] : managed.Items).Append(resource["policyArn"]).SelectMany(policy => Check(resource, graph, policy));
    }

    // The ARN of a policy that the program itself makes is not AWS's own.
    private IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph, PropertyValue policy) =>
        policy.IsUnknown && graph.Resolve(resource, policy, ResourceTypes.ManagedPolicy).Candidates.Count > 0
            ? []
            : Expect(resource, policy, arn => !Administrators.Any(name => arn.Text!.EndsWith(name, StringComparison.Ordinal)),
                "a policy of limited actions", whenAbsent: true);
}
