namespace Infra.Policies.Data;

public sealed class SecretsRotate() : CompanionRule(
    "secret-rotation",
    Rank.Medium,
    ResourceTypes.Secret,
    ResourceTypes.SecretRotation,
    "secretId",
    "rotation",
    "A secret that never changes is known to everyone who ever saw it.",
    "add a SecretRotation of at most 90 days, or let the database manage its password",
    "SecretsManager.1", "SecretsManager.4", "CKV2_AWS_57", "CKV_AWS_304", "AwsSolutions-SMG4")
{
    protected override IEnumerable<Finding> CheckCompanion(ResourceNode companion) =>
        Unless(companion, companion["rotationRules"]["scheduleExpression"], schedule => !schedule.IsLeftOut,
            Expect(companion, companion["rotationRules"]["automaticallyAfterDays"], days => days.Number is > 0 and <= 90, "at most 90 days"));
}
