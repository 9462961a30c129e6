namespace Infra.Policies.Edge;

public sealed class CertificatesRenewThemselves() : ResourceRule(
    "acm-dns-validated",
    Rank.Medium,
    ResourceTypes.Certificate,
    "A certificate that somebody must confirm by mail every year expires on a day off.",
    "set validationMethod to DNS")
{
    // An imported certificate, and one of a private authority, is validated by nobody.
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        !resource["certificateBody"].IsAbsent || !resource["privateKey"].IsAbsent || !resource["certificateAuthorityArn"].IsAbsent
            ? []
            : Expect(resource, resource["validationMethod"], method => method.Text == "DNS", "DNS");
}
