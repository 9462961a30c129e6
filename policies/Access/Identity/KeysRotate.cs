namespace Infra.Policies.Identity;

public sealed class KeysRotate() : ResourceRule(
    "kms-rotation",
    Rank.Medium,
    ResourceTypes.Key,
    "A key that never changes makes one leak of its material a leak of all years.",
    "set enableKeyRotation to true",
    "KMS.4", "CKV_AWS_7", "AVD-AWS-0065", "AwsSolutions-KMS5")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        resource["customerMasterKeySpec"] is { IsAbsent: false, Text: not "SYMMETRIC_DEFAULT" }
            ? []
            : ExpectTrue(resource, resource["enableKeyRotation"]);
}
