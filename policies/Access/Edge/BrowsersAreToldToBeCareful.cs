namespace Infra.Policies.Edge;

public sealed class BrowsersAreToldToBeCareful() : ResourceRule(
    "cdn-security-headers",
    Rank.Medium,
    ResourceTypes.Distribution,
    "Without HSTS the first request of every visit goes in plain text and can be turned elsewhere.",
    "name a ResponseHeadersPolicy with HSTS in every cache behavior",
    "CKV_AWS_259", "CKV2_AWS_32")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var others = resource["orderedCacheBehaviors"];
        return Check(resource, "defaultCacheBehavior", resource["defaultCacheBehavior"])
            .Concat(others.IsUnknown
                ? [Undetermined(resource, others)]
                : others.Items.SelectMany(behavior => Check(resource, "orderedCacheBehaviors", behavior)));
    }

    // A policy that the program itself makes has an id once it is there.
    private IEnumerable<Finding> Check(ResourceNode resource, string property, PropertyValue behavior)
    {
        var policy = behavior["responseHeadersPolicyId"];
        return policy.IsUnknown && resource.DependenciesOf(property).Count > 0
            ? []
            : Expect(resource, policy, id => id.Text is { Length: > 0 }, "a response headers policy");
    }
}
