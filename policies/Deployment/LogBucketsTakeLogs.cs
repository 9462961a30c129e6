namespace Infra.Policies.Deployment;

public sealed class LogBucketsTakeLogs() : DeploymentRule(
    "deploy-lb-log-bucket",
    Rank.High,
    [.. ResourceTypes.LoadBalancer, .. ResourceTypes.Bucket, .. Encryption],
    "An application load balancer cannot write to a bucket where a KMS key is the default, and AWS refuses to log there.",
    "encrypt the bucket of the logs with AES256",
    "Elastic Load Balancing User Guide, access logs, 2026-11")
{
    private static IReadOnlyList<string> Encryption { get; } =
    [
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
    ];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (name, logs) = (resource["accessLogs"]["bucket"], resource["accessLogs"]["enabled"]);
        if (!ResourceTypes.LoadBalancer.Contains(resource.Type)) return [];
        if (graph.Resolve(resource, name, ResourceTypes.Bucket).Target is not { } bucket) return name.IsUnknown ? [Undetermined(resource, name)] : [];
        var ciphers = graph.PointingTo(bucket, ResourceTypes.Bucket, Encryption, "bucket").SelectMany(encryption => Each(encryption, encryption["rules"],
            rule => Expect(encryption, rule["applyServerSideEncryptionByDefault"]["sseAlgorithm"], algorithm => algorithm.Text == "AES256",
                $"AES256 for the logs of {resource.Name}", whenAbsent: true)));
        return Unless(resource, logs, on => on.Truth is false, Unless(resource, resource["loadBalancerType"], type => type.Text == "network", ciphers));
    }
}
