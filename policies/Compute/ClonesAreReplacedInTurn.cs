namespace Infra.Policies.Compute;

public sealed class ClonesAreReplacedInTurn() : ResourceRule(
    "asg-instance-refresh",
    Rank.Medium,
    ResourceTypes.AutoScalingGroup,
    "Without a rolling refresh a new image reaches the clones one by one, as they happen to die, or all of them at once.",
    "set instanceRefresh with strategy Rolling and preferences.minHealthyPercentage of at least 90")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["instanceRefresh"]["strategy"], strategy => strategy.Text == "Rolling", "Rolling").Concat(Expect(
            resource, resource["instanceRefresh"]["preferences"]["minHealthyPercentage"],
            percentage => percentage.Number >= 90, "at least 90", whenAbsent: true));
}
