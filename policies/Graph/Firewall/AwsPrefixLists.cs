namespace Infra.Policies.Firewall;

/// <summary>
/// Prefix lists that AWS keeps, by name (Amazon VPC User Guide, "AWS-managed prefix lists", read 2026-11). Their addresses are
/// public and shared by all of AWS's customers, so a list of them is no closer to private than the internet is.
/// </summary>
public static class AwsPrefixLists
{
    /// <summary>The servers by which CloudFront asks origins, over IPv4 and over IPv6.</summary>
    private static readonly string[] CloudFront = ["com.amazonaws.global.cloudfront.origin-facing", "com.amazonaws.global.ipv6.cloudfront.origin-facing"];

    public static CidrSet Addresses => AddressSpace.Public;

    public static bool IsCloudFront(string name) => CloudFront.Contains(name);

    public static bool IsWellKnown(string name) =>
        name.StartsWith("com.amazonaws.", StringComparison.Ordinal) && Services.Any(service => name.EndsWith(service, StringComparison.Ordinal));

    private static readonly string[] Services =
    [
        ".cloudfront.origin-facing", ".dynamodb", ".s3", ".s3express", ".vpc-lattice", ".ipv6.vpc-lattice", ".ec2-instance-connect",
        ".ipv6.ec2-instance-connect", ".groundstation", ".route53-healthchecks", ".ipv6.route53-healthchecks",
    ];
}
