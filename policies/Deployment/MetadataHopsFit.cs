namespace Infra.Policies.Deployment;

public sealed class MetadataHopsFit() : DeploymentRule(
    "deploy-template-hops",
    Rank.High,
    ResourceTypes.LaunchTemplate,
    "The provider refuses other numbers.",
    "set metadataOptions.httpPutResponseHopLimit to 1 to 64",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Within(resource, resource["metadataOptions"]["httpPutResponseHopLimit"], 1, 64);
}
