namespace Infra.Policies.Deployment;

public sealed class LogsAreKeptForAListedTime() : DeploymentRule(
    "deploy-log-retention",
    Rank.High,
    ResourceTypes.LogGroup,
    "The provider refuses other numbers of days.",
    "take the next longer one: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653",
    "Amazon CloudWatch Logs API Reference, PutRetentionPolicy, 2026-11")
{
    private static readonly int[] Days = [0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Expect(
        resource, resource["retentionInDays"],
        days => days.Number is { } number && Days.Contains(number), "a number of days that AWS offers", whenAbsent: true);
}
