namespace Infra.Policies.Compute;

/// <remarks>A warning everywhere: a development stack may well run one clone, and its preview should say so.</remarks>
public sealed class GroupHasSpareClones() : ResourceRule(
    "asg-min-two",
    Rank.Medium,
    ResourceTypes.AutoScalingGroup,
    "With one clone every crash and every deployment is an outage, and without headroom load is one too.",
    "set minSize to at least 2 and maxSize above minSize")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (least, most) = (resource["minSize"], resource["maxSize"]);
        return Expect(resource, least, size => size.Number >= 2, "at least 2")
            .Concat(least.Number is { } minimum
                ? Expect(resource, most, size => size.Number > minimum, $"above minSize, which is {least}")
                : []);
    }
}
