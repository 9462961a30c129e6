namespace Infra.Policies.Edge;

public sealed class BucketsAnswerOnlyTheEdge() : ResourceRule(
    "cdn-origin-access-control",
    Rank.High,
    ResourceTypes.Distribution,
    "A bucket that answers everyone is read past the edge, its filter and its log.",
    "name an OriginAccessControl in origins[].originAccessControlId",
    "CloudFront.13", "CKV2_AWS_46", "AwsSolutions-CFR7")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var origins = resource["origins"];
        if (origins.IsUnknown) return [Undetermined(resource, origins)];
        return origins.Items
            .Where(origin => !origin.IsUnknown && origin["customOriginConfig"].IsAbsent
                && origin["vpcOriginConfig"].IsAbsent && origin["originAccessControlId"].IsLeftOut)
            .Select(origin => Fail(
                resource, origin["originAccessControlId"].Path,
                $"the bucket behind {origin["originId"]} answers everyone", origin["originId"].ToString()))
            .Concat(origins.Items.Where(origin => origin.IsUnknown).Select(origin => Undetermined(resource, origin)));
    }
}
