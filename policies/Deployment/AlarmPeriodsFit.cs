namespace Infra.Policies.Deployment;

public sealed class AlarmPeriodsFit() : DeploymentRule(
    "deploy-alarm-period",
    Rank.High,
    ResourceTypes.Alarm,
    "AWS refuses other periods.",
    "set period to 10, 20, 30 or a multiple of 60",
    "Amazon CloudWatch API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(
            resource, resource["period"],
            seconds => seconds.Number is 10 or 20 or 30 || seconds.Number > 0 && seconds.Number % 60 == 0,
            "10, 20, 30 or a multiple of 60", whenAbsent: true)
            .Concat(NotBoth(resource, resource["statistic"], resource["extendedStatistic"]));
}
