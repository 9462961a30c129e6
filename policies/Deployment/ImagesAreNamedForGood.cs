namespace Infra.Policies.Deployment;

public sealed class ImagesAreNamedForGood() : DeploymentRule(
    "deploy-template-image",
    Rank.Medium,
    ResourceTypes.LaunchTemplate,
    "A reference that is looked up at each launch brings a new image without a difference in any preview, and starts no refresh.",
    "give the id of the image",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Matches(resource, resource["imageId"], id => !id.StartsWith("resolve:", StringComparison.Ordinal), "the id of an image");
}
