using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudFront.Inputs;
using Pulumi.Aws.S3;

namespace Infra.Components.Delivery;

/// <summary>The origins of a distribution, each locked in its own way.</summary>
internal static class CdnOrigins
{
    private const string Tls = "TLSv1.2";

    public static List<DistributionOriginArgs> Build(
        string name, CdnArgs args, IEnumerable<SingleOrigin> origins, OriginAccessControl access, CustomResourceOptions child) =>
        [.. origins.Select(origin => origin switch
        {
            PushOrigin push => new DistributionOriginArgs
            {
                OriginId = push.Key,
                DomainName = push.Bucket.DomainName,
                OriginAccessControlId = access.Id,
            },
            PrivateOrigin hidden => new DistributionOriginArgs
            {
                OriginId = hidden.Key,
                DomainName = $"{hidden.Host}",
                VpcOriginConfig = new DistributionOriginVpcOriginConfigArgs { VpcOriginId = CreateVpcOrigin(name, args, hidden, child).Id },
            },
            PullOrigin pull => OfBalancer(pull),
            _ => throw new InvalidOperationException($"No origin is a {origin.GetType().Name}."),
        })];

    private static DistributionOriginArgs OfBalancer(PullOrigin origin) => new()
    {
        OriginId = origin.Key,
        DomainName = $"{origin.Host}",
        CustomHeaders = new DistributionOriginCustomHeaderArgs { Name = PullOrigin.SecretHeader, Value = Output.CreateSecret(origin.Secret.ToOutput()) },
        CustomOriginConfig = new DistributionOriginCustomOriginConfigArgs
        {
            HttpPort = 80,
            HttpsPort = 443,
            OriginProtocolPolicy = "https-only",
            OriginSslProtocols = Tls,
            OriginReadTimeout = origin.AnswerSeconds,
        },
    };

    private static VpcOrigin CreateVpcOrigin(string name, CdnArgs args, PrivateOrigin origin, CustomResourceOptions child) =>
        new($"{name}-{origin.Key}", new VpcOriginArgs
        {
            VpcOriginEndpointConfig = new VpcOriginVpcOriginEndpointConfigArgs
            {
                Name = args.Naming.For($"{name}-{origin.Key}"),
                Arn = origin.BalancerArn,
                HttpPort = 80,
                HttpsPort = 443,
                OriginProtocolPolicy = "https-only",
                OriginSslProtocols = new VpcOriginVpcOriginEndpointConfigOriginSslProtocolsArgs { Items = Tls, Quantity = 1 },
            },
            Tags = args.Naming.Tags($"{name}-{origin.Key}"),
        }, child);

    public static void LetRead(string name, PushOrigin origin, Distribution distribution, CustomResourceOptions child) =>
        _ = new BucketPolicy($"{name}-{origin.Key}", new BucketPolicyArgs
        {
            Region = origin.Bucket.Region,
            Bucket = origin.Bucket.BucketName,
            Policy = Output.Tuple(origin.Bucket.Arn, distribution.Arn)
                .Apply(arns => new PolicyDocument([.. Readers(arns.Item1, arns.Item2, origin.TellsMissingFiles)]).ToString()),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { origin.Bucket.Block } }));

    private static IEnumerable<PolicyStatement> Readers(string bucketArn, string distributionArn, bool tellsMissingFiles)
    {
        // One distribution, not CloudFront as a whole: anybody can make a distribution that points here.
        var condition = new PolicyConditions { StringEquals = new() { ["aws:SourceArn"] = distributionArn } };
        var principal = PolicyPrincipal.Service("cloudfront.amazonaws.com");
        yield return PolicyStatement.DenyPlainHttp(bucketArn);
        yield return new() { Sid = "ReadFiles", Principal = principal, Action = ["s3:GetObject"], Resource = [$"{bucketArn}/*"], Condition = condition };
        if (tellsMissingFiles)
            yield return new() { Sid = "TellMissingFiles", Principal = principal, Action = ["s3:ListBucket"], Resource = [bucketArn], Condition = condition };
    }
}
