namespace Infra.Policies.Operations;

public sealed class LogsHaveAKeyOfTheirOwn() : KeyRule(
    "log-group-encrypted",
    Rank.Low,
    ResourceTypes.LogGroup,
    "kmsKeyId",
    "CloudWatch encrypts every log with a key of its own, whose use nobody sees and nobody can withdraw.",
    "name a key in kmsKeyId whose policy lets the logs service of the region use it",
    "CKV_AWS_158", "AVD-AWS-0017");
