using Infra.Policies.Identity;

namespace Infra.Policies.Data;

public sealed class BucketsAreNotPublic() : DocumentRule(
    "s3-policy-not-public",
    Rank.Critical,
    [.. ResourceTypes.BucketPolicy, .. ResourceTypes.Bucket],
    ["policy"],
    "What everyone may read is copied within hours, and what everyone may write is paid for by the owner.",
    "name the principals, or fence the star with aws:SourceArn or aws:PrincipalOrgID",
    "S3.2", "S3.3", "S3.6", "CKV_AWS_70", "CKV2_AWS_43")
{
    protected override string? Objection(ResourceNode resource, PolicyStatement statement) => statement.IsForEveryone ? "lets everyone in" : null;
}
