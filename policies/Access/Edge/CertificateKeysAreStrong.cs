namespace Infra.Policies.Edge;

public sealed class CertificateKeysAreStrong() : ResourceRule(
    "acm-key-strength",
    Rank.Medium,
    ResourceTypes.Certificate,
    "A short key can be computed, and with it every visitor's connection.",
    "leave keyAlgorithm at RSA_2048, or take an elliptic curve",
    "ACM.1", "ACM.2")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["keyAlgorithm"], algorithm => algorithm.Text != "RSA_1024", "RSA_2048 or stronger", whenAbsent: true);
}
