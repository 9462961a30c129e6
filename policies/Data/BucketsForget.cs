namespace Infra.Policies.Data;

public sealed class BucketsForget() : CompanionRule(
    "s3-lifecycle",
    Rank.Medium,
    ResourceTypes.Bucket,
    ResourceTypes.BucketLifecycle,
    "bucket",
    "lifecycle",
    "What is never deleted is paid for for ever, old versions and broken uploads first of all.",
    "add a BucketLifecycleConfiguration with an enabled rule",
    "S3.10", "S3.13", "CKV2_AWS_61")
{
    protected override IEnumerable<Finding> CheckCompanion(ResourceNode companion)
    {
        var rules = companion["rules"];
        if (rules.Items.Any(rule => rule["status"].Text == "Enabled")) return [];
        var open = rules.IsUnknown ? rules : rules.Items.Select(rule => rule["status"]).FirstOrDefault(status => status.IsUnknown);
        return [open is not null ? Undetermined(companion, open) : Fail(companion, rules.Path, "none of its rules is enabled")];
    }
}
