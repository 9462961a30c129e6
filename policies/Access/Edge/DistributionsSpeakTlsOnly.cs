namespace Infra.Policies.Edge;

/// <remarks>A distribution without names of its own has CloudFront's certificate, whose lowest version cannot be chosen.</remarks>
public sealed class DistributionsSpeakTlsOnly() : ResourceRule(
    "cdn-https-only",
    Rank.High,
    ResourceTypes.Distribution,
    "A page served in plain text can be read and changed on its way, between the edge and the origin too.",
    "redirect viewers to HTTPS, demand TLSv1.2_2021 or newer, and fetch from origins by https-only",
    "CloudFront.3", "CloudFront.9", "CloudFront.10", "CloudFront.15",
    "CKV_AWS_34", "CKV_AWS_174", "CKV2_AWS_72", "AVD-AWS-0012", "AVD-AWS-0013", "AwsSolutions-CFR4", "AwsSolutions-CFR5")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var certificate = resource["viewerCertificate"];
        var behaviors = resource["orderedCacheBehaviors"];
        return
        [
            .. behaviors.Items.Prepend(resource["defaultCacheBehavior"]).SelectMany(behavior => Expect(
                resource, behavior["viewerProtocolPolicy"], policy => policy.Text is "redirect-to-https" or "https-only", "redirect-to-https or https-only")),
            .. behaviors.IsUnknown ? [Undetermined(resource, behaviors)] : Array.Empty<Finding>(),
            .. Unless(resource, certificate["cloudfrontDefaultCertificate"], own => own.Truth is true,
                Expect(
                    resource, certificate["minimumProtocolVersion"],
                    version => version.Text is "TLSv1.2_2021" or "TLSv1.2_2025" or "TLSv1.3_2025", "TLSv1.2_2021 or newer")),
            .. resource["origins"] is { IsUnknown: true } origins
                ? [Undetermined(resource, origins)]
                : resource["origins"].Items.SelectMany(origin => Expect(
                    resource, origin["customOriginConfig"]["originProtocolPolicy"],
                    policy => policy.Text == "https-only", "https-only", whenAbsent: true)),
        ];
    }
}
