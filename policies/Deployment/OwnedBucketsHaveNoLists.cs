namespace Infra.Policies.Deployment;

public sealed class OwnedBucketsHaveNoLists() : DeploymentRule(
    "deploy-bucket-acl",
    Rank.High,
    [.. Lists, .. ResourceTypes.Bucket, .. ResourceTypes.BucketOwnership],
    "AWS refuses access lists on a bucket whose owner owns everything in it, which is how buckets are unless told otherwise.",
    "remove the BucketAcl and write a bucket policy",
    "AWS provider and cfn-lint, 2026-11")
{
    private static IReadOnlyList<string> Lists { get; } = ["aws:s3/bucketAcl:BucketAcl", "aws:s3/bucketAclV2:BucketAclV2"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var name = resource["bucket"];
        if (!Lists.Contains(resource.Type)) return [];
        if (graph.Resolve(resource, name, ResourceTypes.Bucket).Target is not { } bucket) return name.IsUnknown ? [Undetermined(resource, name)] : [];
        var ownership = graph.PointingTo(bucket, ResourceTypes.Bucket, ResourceTypes.BucketOwnership, "bucket")
            .Select(each => each["rule"]["objectOwnership"]).ToList();
        if (ownership.Find(each => each.IsUnknown) is { IsUnknown: true } unknown) return [Undetermined(resource, unknown)];
        return ownership.Exists(each => each.Text is "BucketOwnerPreferred" or "ObjectWriter") ? []
            : [Fail(resource, name.Path, $"the owner of {bucket.Name} owns everything in it")];
    }
}
