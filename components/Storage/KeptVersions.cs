using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Infra.Components.Storage;

/// <summary>What makes a file that was deleted or written over come back.</summary>
internal static class KeptVersions
{
    private const int UnfinishedUploadDays = 7;

    /// <summary>Keeps old versions for a while, and forgets them then.</summary>
    public static void Keep(string name, string region, Bucket bucket, int oldVersionDays, CustomResourceOptions child)
    {
        var versioning = new BucketVersioning(name, new Pulumi.Aws.S3.BucketVersioningArgs
        {
            Region = region,
            Bucket = bucket.Id,
            VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, child);

        _ = new BucketLifecycleConfiguration(name, new BucketLifecycleConfigurationArgs
        {
            Region = region,
            Bucket = bucket.Id,
            Rules = new BucketLifecycleConfigurationRuleArgs
            {
                Id = "forget-old-versions",
                Status = "Enabled",
                Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = oldVersionDays },
                AbortIncompleteMultipartUpload =
                    new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = UnfinishedUploadDays },
            },
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { versioning } }));
    }
}
