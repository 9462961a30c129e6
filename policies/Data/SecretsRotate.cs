using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Policies.Data;

public sealed partial class SecretsRotate() : CompanionRule(
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
    private const int MostDays = 90;

    protected override IEnumerable<Finding> CheckCompanion(ResourceNode companion)
    {
        var (schedule, days) = (companion["rotationRules"]["scheduleExpression"], companion["rotationRules"]["automaticallyAfterDays"]);
        return Unless(companion, schedule, text => !text.IsLeftOut, Expect(companion, days, count => count.Number is > 0 and <= MostDays, "at most 90 days"))
            .Concat(schedule.IsUnknown || schedule.IsLeftOut ? [] : Expect(companion, schedule, IsOftenEnough, "a calendar or a rate of at most 90 days"));
    }

    // How often a calendar comes round is not read.
    private static bool IsOftenEnough(PropertyValue schedule) => schedule.Text?.StartsWith("cron(", StringComparison.Ordinal) is true
        || (Rate().Match(schedule.Text ?? "") is { Success: true } rate
            && double.Parse(rate.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) <= MostDays * (rate.Groups["unit"].Value == "hour" ? 24 : 1));

    [GeneratedRegex(@"^rate\((?<count>\d+) (?<unit>hour|day)s?\)$")]
    private static partial Regex Rate();
}
