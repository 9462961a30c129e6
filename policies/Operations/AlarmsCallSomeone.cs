namespace Infra.Policies.Operations;

/// <remarks>A warning everywhere: a development stack may have nobody to call, and its preview should say so.</remarks>
public sealed class AlarmsCallSomeone() : ResourceRule(
    "alarm-has-action",
    Rank.Medium,
    ResourceTypes.Alarm,
    "An alarm without an action goes red on a page that nobody looks at.",
    "give the alarm alarmActions and leave actionsEnabled true",
    "CloudWatch.15", "CloudWatch.17", "CKV_AWS_319")
{
    private static readonly IReadOnlyList<string> HealthCheck = ["aws:route53/healthCheck:HealthCheck"];

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Alarm, .. HealthCheck];

    // An alarm that decides where visitors are sent is read by a health check.
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        graph.PointingTo(resource, ResourceTypes.Alarm, HealthCheck, "cloudwatchAlarmName").Any()
            ? []
            : Expect(resource, resource["actionsEnabled"], enabled => enabled.Truth is true, "true", whenAbsent: true)
                .Concat(Expect(resource, resource["alarmActions"], actions => actions.Items.Any(), "a list with an action"));
}
