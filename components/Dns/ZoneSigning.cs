using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.Kms;
using Pulumi.Aws.Route53;
using AwsZone = Pulumi.Aws.Route53.Zone;

namespace Infra.Components.Dns;

/// <summary>DNSSEC of a public zone. Facts: Route 53 developer guide, customer managed keys for DNSSEC, read 2026-11.</summary>
internal static class ZoneSigning
{
    /// <returns>The text of the zone's DS record.</returns>
    public static Output<string> Sign(string name, ZoneArgs args, AwsZone zone, CustomResourceOptions child)
    {
        // Route 53 takes keys of this one region and kind. Such a key cannot rotate by itself: a new one is made beside it.
        var place = args.Location.Global();
        var keyName = $"{name}-signing-{place.Region}";
        var key = new Key(keyName, new KeyArgs
        {
            Region = place.Region,
            Description = $"Signs the zone {args.Domain}",
            CustomerMasterKeySpec = "ECC_NIST_P256",
            KeyUsage = "SIGN_VERIFY",
            DeletionWindowInDays = 30,
            Policy = PolicyOf(place).ToString(),
            Tags = args.Naming.Tags(keyName),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));

        var signingKey = new KeySigningKey($"{name}-signing", new KeySigningKeyArgs
        {
            HostedZoneId = zone.ZoneId,
            KeyManagementServiceArn = key.Arn,
            Name = "zone_key",
        }, child);
        _ = new HostedZoneDnsSec($"{name}-signing", new HostedZoneDnsSecArgs { HostedZoneId = signingKey.HostedZoneId }, child);
        return signingKey.DsRecord;
    }

    private static PolicyDocument PolicyOf(Location place) => new(
        new PolicyStatement
        {
            Sid = "AdministerByIam",
            Principal = PolicyPrincipal.Account(place.AccountId),
            Action = ["kms:*"],
            Resource = ["*"],
        },
        new PolicyStatement
        {
            Sid = "SignZones",
            Principal = PolicyPrincipal.Service("dnssec-route53.amazonaws.com"),
            Action = ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
            Resource = ["*"],
            Condition = new()
            {
                StringEquals = new() { ["aws:SourceAccount"] = place.AccountId },
                ArnLike = new() { ["aws:SourceArn"] = "arn:aws:route53:::hostedzone/*" },
            },
        },
        new PolicyStatement
        {
            Sid = "LetRoute53KeepItsGrant",
            Principal = PolicyPrincipal.Service("dnssec-route53.amazonaws.com"),
            Action = ["kms:CreateGrant"],
            Resource = ["*"],
            Condition = new() { Bool = new() { ["kms:GrantIsForAWSResource"] = "true" } },
        });
}
