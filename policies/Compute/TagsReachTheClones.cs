namespace Infra.Policies.Compute;

public sealed class TagsReachTheClones() : ResourceRule(
    "asg-propagate-tags",
    Rank.Low,
    ResourceTypes.AutoScalingGroup,
    "A clone without the group's tags belongs to nobody: no bill, no search and no permission by tag finds it.",
    "set propagateAtLaunch to true, or tag instances in the launch template",
    "CKV_AWS_153")
{
    private static readonly string[] Templates =
        ["launchTemplate.id", "launchTemplate.name", "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId"];

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.AutoScalingGroup, .. ResourceTypes.LaunchTemplate];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var tags = resource["tags"];
        if (tags.IsUnknown) return [Undetermined(resource, tags)];
        var template = Templates.Select(path => graph.Resolve(resource, resource[path], ResourceTypes.LaunchTemplate).Target)
            .FirstOrDefault(target => target is not null);
        return tags.Items.SelectMany(tag => Check(resource, tag, template));
    }

    private IEnumerable<Finding> Check(ResourceNode group, PropertyValue tag, ResourceNode? template)
    {
        if (tag.IsUnknown) return [Undetermined(group, tag)];
        if (tag["propagateAtLaunch"].Truth is true) return [];
        var (key, given) = (tag["key"], Given(template));
        if (key.Text is { } name && given.Any(tags => !tags[name].IsAbsent && !tags.IsUnknown)) return [];
        if (Array.Find([tag["propagateAtLaunch"], key], value => value.IsUnknown) is { } unknown) return [Undetermined(group, unknown)];
        return [given.Exists(tags => tags.IsUnknown)
            ? Undetermined(group, "tags", $"whether {template!.Name} tags its machines with {key} is not known before the deployment", $"{key}")
            : Fail(group, tag["propagateAtLaunch"].Path, $"its clones do not get its tag {key}", $"{key}")];
    }

    private static List<PropertyValue> Given(ResourceNode? template)
    {
        if (template is null) return [];
        var specifications = template["tagSpecifications"];
        return specifications.IsUnknown
            ? [specifications]
            : [.. specifications.Items.Where(each => each["resourceType"].IsUnknown || each["resourceType"].Text == "instance")
                .Select(each => each["resourceType"].IsUnknown ? each["resourceType"] : each["tags"])];
    }
}
