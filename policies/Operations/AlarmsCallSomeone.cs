namespace Infra.Policies.Operations;

public sealed class AlarmsCallSomeone() : ResourceRule(
    "alarm-has-action",
    Rank.High,
    ResourceTypes.Alarm,
    "An alarm without an action goes red on a page that nobody looks at.",
    "give the alarm alarmActions and leave actionsEnabled true",
    "CloudWatch.15", "CloudWatch.17", "CKV_AWS_319")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["actionsEnabled"], enabled => enabled.Truth is true, "true", whenAbsent: true)
            .Concat(Expect(resource, resource["alarmActions"], actions => actions.Items.Any(), "a list with an action"));
}
