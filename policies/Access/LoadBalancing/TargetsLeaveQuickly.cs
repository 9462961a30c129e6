namespace Infra.Policies.LoadBalancing;

public sealed class TargetsLeaveQuickly() : ResourceRule(
    "tg-deregistration-delay",
    Rank.Medium,
    ResourceTypes.TargetGroup,
    "Every deployment waits this long for each clone that leaves: five minutes each, unless told otherwise.",
    "set deregistrationDelay to at most 60 seconds")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Unless(
        resource, resource["targetType"], type => type.Text == "lambda",
        Expect(resource, resource["deregistrationDelay"], seconds => seconds.Number <= 60, "at most 60 seconds"));
}
