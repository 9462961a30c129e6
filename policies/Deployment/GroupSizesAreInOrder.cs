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
        PropertyValue[] sizes = [resource["minSize"], Asked(resource, resource["desiredCapacity"]), resource["maxSize"]];
        var given = sizes.Where(size => !size.IsAbsent).ToList();
        var known = given.Where(size => size.IsKnown).ToList();
        var wrong = known.Zip(known.Skip(1)).Where(pair => pair.First.Number > pair.Second.Number).ToList();
        if (wrong is [var (lower, upper), ..]) return [Fail(resource, upper.Path, $"{lower.Path} is {lower} and {upper.Path} is {upper}")];
        return given.Find(size => size.IsUnknown) is { IsUnknown: true } unknown ? [Undetermined(resource, unknown)] : [];
    }
}
