using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class GroupsOnOneInterfaceShareATier() : Rule(
    "sg-one-tier",
    Rank.High,
    "Security groups on one machine add up, whichever of its interfaces they are on: in two tiers it is reachable as both.",
    "give the resource groups of one tier only")
{
    public override IReadOnlyList<string> Types => ResourceTypes.SecurityGroup;

    public override IEnumerable<Finding> Check(ResourceGraph graph) => graph.Firewall.Labels.Attachments.All
        .GroupBy(attachment => attachment.Machine, StringComparer.Ordinal)
        .SelectMany(attachments => Check(attachments.First(), [.. attachments.SelectMany(attachment => attachment.Groups).Distinct()]));

    private IEnumerable<Finding> Check(Attachment attachment, IReadOnlyList<ResourceNode> groups)
    {
        var labels = groups.Select(TierLabels.Of).ToList();
        var tiers = labels.Where(label => label.Text is not null).Select(label => label.Text).Distinct().Order(StringComparer.Ordinal).ToList();
        if (tiers.Count > 1)
        {
            yield return Fail(attachment.Resource, attachment.Property,
                $"its groups {string.Join(", ", groups.Select(group => group.Name))} belong to {string.Join(" and ", tiers)}");
        }
        else if (groups.Count > 1 && labels.Exists(label => label.IsUnknown))
        {
            yield return Undetermined(attachment.Resource, attachment.Property, $"the tier of one of its groups is not known before the deployment");
        }
    }
}
