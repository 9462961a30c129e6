namespace Infra.Policies.Deployment;

public sealed class QueuePoliciesHaveAVersion() : DeploymentRule(
    "deploy-queue-policy-version",
    Rank.High,
    ResourceTypes.QueuePolicies,
    "A policy without the version of 2012 hangs until the deployment gives up.",
    "set Version to 2012-10-17",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var policy = resource["policy"];
        if (policy.IsUnknown) return [Undetermined(resource, policy)];
        return policy.AsObject() is { } document && document["Version"] is var version && !(version.IsKnown && version.Text == "2012-10-17")
            ? [version.IsUnknown ? Undetermined(resource, version) : Fail(resource, policy.Path, $"its Version is {version}, not 2012-10-17")]
            : [];
    }
}
