namespace Infra.Policies.Edge;

public sealed class DistributionsHaveAFirstPage() : ResourceRule(
    "cdn-default-root-object",
    Rank.Medium,
    ResourceTypes.Distribution,
    "Without a first page a bucket behind the edge lists its content, or answers with an error.",
    "set defaultRootObject",
    "CloudFront.1", "CKV_AWS_305")
{
    // Only a bucket has files to list; what an application answers at its root is its own matter.
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var origins = resource["origins"];
        var hasBucket = origins.Items.Any(origin => !origin.IsUnknown && origin["customOriginConfig"].IsAbsent && origin["vpcOriginConfig"].IsAbsent);
        var page = Expect(resource, resource["defaultRootObject"], name => name.Text is { Length: > 0 }, "a page");
        return hasBucket ? page
            : origins.FirstUnknownOf("customOriginConfig", "vpcOriginConfig") is { } unknown && page.Any() ? [Undetermined(resource, unknown)]
            : [];
    }
}
