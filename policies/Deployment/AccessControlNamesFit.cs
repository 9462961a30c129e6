namespace Infra.Policies.Deployment;

public sealed class AccessControlNamesFit() : DeploymentRule(
    "deploy-cdn-access-name",
    Rank.High,
    ["aws:cloudfront/originAccessControl:OriginAccessControl"],
    "AWS refuses a longer name.",
    "give a name of at most 64 characters",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Matches(resource, resource["name"], name => name.Length is >= 1 and <= 64, "1 to 64 characters");
}
