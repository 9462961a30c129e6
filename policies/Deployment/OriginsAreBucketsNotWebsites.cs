namespace Infra.Policies.Deployment;

public sealed class OriginsAreBucketsNotWebsites() : DeploymentRule(
    "deploy-cdn-bucket-domain",
    Rank.High,
    ResourceTypes.Distribution,
    "AWS signs requests to a bucket, not to its website, which answers none that are signed.",
    "set domainName to the bucket's bucketRegionalDomainName",
    "Amazon CloudFront Developer Guide, restrict access to an Amazon S3 origin, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Each(resource, resource["origins"], origin => Asked(resource, origin["originAccessControlId"]).IsAbsent
        ? []
        : Matches(resource, origin["domainName"], name => !name.Contains(".s3-website", StringComparison.Ordinal), "the domain of a bucket")
            // Computed from a bucket alone: websites are resources of their own.
            .Where(finding => finding.Verdict == Verdict.Fail || !IsOfBucket(resource, graph)));

    private static bool IsOfBucket(ResourceNode distribution, ResourceGraph graph)
    {
        var sources = distribution.DependenciesOf("origins").Select(graph.Find).OfType<ResourceNode>().Select(source => source.Type).ToList();
        return sources.Exists(ResourceTypes.Bucket.Contains)
            && !sources.Exists(type => type.Contains("bucketWebsiteConfiguration", StringComparison.Ordinal));
    }
}
