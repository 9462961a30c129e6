namespace Infra.Policies.Operations;

public sealed class TrailsRecordEverything() : ResourceRule(
    "cloudtrail-baseline",
    Rank.High,
    ResourceTypes.Trail,
    "An intruder works in the region that nobody records, and changes the log that nobody signs.",
    "set isMultiRegionTrail and enableLogFileValidation to true, leave enableLogging true, and name a kmsKeyId",
    "CloudTrail.1", "CloudTrail.2", "CloudTrail.4", "CKV_AWS_67", "CKV_AWS_35", "CKV_AWS_36", "CKV_AWS_251", "AVD-AWS-0014", "AVD-AWS-0015", "AVD-AWS-0016")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
    [
        .. ExpectTrue(resource, resource["isMultiRegionTrail"]),
        .. ExpectTrue(resource, resource["enableLogFileValidation"]),
        .. ExpectTrue(resource, resource["enableLogging"], whenAbsent: true),
        .. Expect(resource, resource["kmsKeyId"], key => key.Text is { Length: > 0 }, "a key"),
    ];
}
