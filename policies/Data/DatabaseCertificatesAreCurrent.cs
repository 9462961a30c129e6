namespace Infra.Policies.Data;

public sealed class DatabaseCertificatesAreCurrent() : ResourceRule(
    "rds-modern-ca",
    Rank.Medium,
    [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseClusterInstance, .. ResourceTypes.DatabaseCluster, .. ResourceTypes.DocumentClusterInstance],
    "Clients that check the server's certificate, as they must, refuse one whose authority has expired.",
    "leave caCertIdentifier out, or set it to rds-ca-rsa2048-g1 or stronger",
    "CKV_AWS_211")
{
    // Both have expired: in March 2020 and in August 2024.
    private static readonly string[] Expired = ["rds-ca-2015", "rds-ca-2019"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue[] names = [resource["caCertIdentifier"], resource["caCertificateIdentifier"]];
        return names.SelectMany(name => Expect(resource, name, authority => !Expired.Contains(authority.Text), "a current authority", whenAbsent: true));
    }
}
