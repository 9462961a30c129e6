namespace Infra.Policies.Deployment;

public sealed class MethodsAreOneOfThreeSets() : DeploymentRule(
    "deploy-cdn-methods",
    Rank.High,
    ResourceTypes.Distribution,
    "AWS knows three sets of methods and refuses others.",
    "set allowedMethods to GET and HEAD, these and OPTIONS, or all seven",
    "AWS provider and cfn-lint, 2026-11")
{
    private static readonly string[] Sets = ["GET HEAD", "GET HEAD OPTIONS", "DELETE GET HEAD OPTIONS PATCH POST PUT"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Of(resource, resource["defaultCacheBehavior"])
        .Concat(Each(resource, resource["orderedCacheBehaviors"], behavior => Of(resource, behavior)));

    private IEnumerable<Finding> Of(ResourceNode resource, PropertyValue behavior) => Expect(
        resource, behavior["allowedMethods"],
        methods => Sets.Contains(string.Join(' ', methods.Items.Select(method => method.Text).Order(StringComparer.Ordinal))),
            "one of CloudFront's three sets", whenAbsent: true);
}
