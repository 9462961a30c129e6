namespace Infra.Policies.Data;

public sealed class BucketsDropBrokenUploads() : ResourceRule(
    "s3-abort-multipart",
    Rank.Low,
    ResourceTypes.BucketLifecycle,
    "The parts of an upload that broke off are in no listing, and are paid for for ever.",
    "set abortIncompleteMultipartUpload.daysAfterInitiation in an enabled rule",
    "CKV_AWS_300")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var rules = resource["rules"];
        if (rules.Items.Any(rule => rule["status"].Text == "Enabled" && Days(rule).Number >= 1)) return [];
        var open = rules.IsUnknown ? rules : rules.Items.Where(rule => rule["status"] is { IsUnknown: true } or { Text: "Enabled" })
            .SelectMany(rule => new[] { rule["status"], Days(rule) }).FirstOrDefault(value => value.IsUnknown);
        return [open is not null ? Undetermined(resource, open) : Fail(resource, rules.Path, "no enabled rule removes broken uploads")];
    }

    private static PropertyValue Days(PropertyValue rule) => rule["abortIncompleteMultipartUpload"]["daysAfterInitiation"];
}
