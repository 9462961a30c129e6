namespace Infra.Policies.Deployment;

public sealed class DistributionCertificatesAreInVirginia() : DeploymentRule(
    "deploy-cdn-certificate",
    Rank.High,
    ResourceTypes.Distribution,
    "AWS refuses a certificate of another region than us-east-1, and one of which it is not said how it is served.",
    "make the certificate in us-east-1 and set sslSupportMethod",
    "Amazon CloudFront Developer Guide, requirements for using SSL/TLS certificates, 2026-11")
{
    // Who waits until a certificate is issued takes the ARN from its validation, which is in the same region.
    private static readonly IReadOnlyList<string> Issued = [.. ResourceTypes.Certificate, "aws:acm/certificateValidation:CertificateValidation"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (certificate, arn) = (resource["viewerCertificate"], Asked(resource, resource["viewerCertificate"]["acmCertificateArn"]));
        if (arn.IsAbsent) return [];
        var settings = Given(resource, certificate["sslSupportMethod"], "and the certificate is not CloudFront's own");
        return (RegionOf(arn, resource, graph) switch
        {
            null => (IEnumerable<Finding>)[Undetermined(resource, arn)],
            "us-east-1" => [],
            var region => [Fail(resource, arn.Path, $"the certificate is in {region}, not in us-east-1")],
        }).Concat(settings);
    }

    private static string? RegionOf(PropertyValue arn, ResourceNode distribution, ResourceGraph graph) => arn.Text?.Split(':') is { Length: > 3 } parts
        ? parts[3]
        : graph.Resolve(distribution, arn, Issued).Target?.Region.Text;
}
