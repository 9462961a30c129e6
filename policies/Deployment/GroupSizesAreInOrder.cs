namespace Infra.Policies.Deployment;

public sealed class GroupSizesAreInOrder() : DeploymentRule(
    "deploy-asg-sizes",
    Rank.High,
    ResourceTypes.AutoScalingGroup,
    "AWS refuses a group whose sizes contradict each other.",
    "keep minSize <= desiredCapacity <= maxSize",
    "Amazon EC2 Auto Scaling User Guide, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue[] sizes = [resource["minSize"], resource["desiredCapacity"], resource["maxSize"]];
        var given = sizes.Where(size => !size.IsAbsent).ToList();
        var known = given.Where(size => size.IsKnown).ToList();
        var wrong = known.Zip(known.Skip(1)).FirstOrDefault(pair => pair.First.Number > pair.Second.Number);
        if (wrong.First.IsKnown) return [Fail(resource, wrong.Second.Path, $"{wrong.First.Path} is {wrong.First} and {wrong.Second.Path} is {wrong.Second}")];
        return given.Find(size => size.IsUnknown) is { IsUnknown: true } unknown ? [Undetermined(resource, unknown)] : [];
    }
}
