namespace Infra.Policies.Edge;

public sealed class DistributionsHaveTheirOwnCertificate() : ResourceRule(
    "cdn-own-certificate-sni",
    Rank.Medium,
    ResourceTypes.Distribution,
    "With CloudFront's own certificate visitors may speak TLS 1.0, and with addresses of its own a distribution costs extra for visitors that no longer exist.",
    "name a certificate in viewerCertificate.acmCertificateArn, and set sslSupportMethod to sni-only",
    "CloudFront.7", "CloudFront.8", "CKV2_AWS_42")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var certificate = resource["viewerCertificate"];
        if (certificate.IsUnknown) return [Undetermined(resource, certificate)];
        return certificate["acmCertificateArn"].IsAbsent && certificate["iamCertificateId"].IsAbsent
            ? [Fail(resource, certificate.Path, "it has no certificate of its own")]
            : Expect(resource, certificate["sslSupportMethod"], method => method.Text == "sni-only", "sni-only");
    }
}
