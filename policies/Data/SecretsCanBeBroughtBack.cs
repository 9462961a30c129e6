namespace Infra.Policies.Data;

public sealed class SecretsCanBeBroughtBack() : ResourceRule(
    "secret-recovery-window",
    Rank.Medium,
    ResourceTypes.Secret,
    "A secret deleted without a waiting time is gone at once, with everything that needs it.",
    "leave recoveryWindowInDays at 7 or more")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["recoveryWindowInDays"], days => days.Number >= 7, "at least 7 days", whenAbsent: true);
}
