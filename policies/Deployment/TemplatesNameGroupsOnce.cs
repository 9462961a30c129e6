namespace Infra.Policies.Deployment;

public sealed class TemplatesNameGroupsOnce() : DeploymentRule(
    "deploy-template-groups",
    Rank.High,
    ResourceTypes.LaunchTemplate,
    "AWS refuses security groups beside network interfaces: they belong on the interface.",
    "move vpcSecurityGroupIds to networkInterfaces[].securityGroups",
    "Amazon EC2 API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        NotBoth(resource, resource["networkInterfaces"], resource["vpcSecurityGroupIds"]);
}
