namespace Infra.Policies.Data;

public sealed class SecretsHaveAKeyOfTheirOwn() : KeyRule(
    "secret-cmk",
    Rank.Low,
    ResourceTypes.Secret,
    "kmsKeyId",
    "With AWS's key whoever may read the secret may also decrypt it: a key of one's own is a second lock, with a log.",
    "name a key in kmsKeyId",
    "CKV_AWS_149", "AVD-AWS-0098");
