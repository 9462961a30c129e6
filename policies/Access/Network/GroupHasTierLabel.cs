using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class GroupHasTierLabel() : Rule(
    "sg-tier-label",
    Rank.High,
    "A security group whose tier nobody declared cannot be held against the tier matrix.",
    $"tag it {TierLabel.Tag} with one of {string.Join(", ", TierMatrix.Tiers)}")
{
    public override IReadOnlyList<string> Types => ResourceTypes.SecurityGroup;

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var firewall = graph.Firewall;
        var inUse = firewall.Judgements.SelectMany(judgement => judgement.Opening.Groups)
            .Concat(firewall.Judgements.SelectMany(judgement => judgement.Opening.Peer is Peer.Group peer ? peer.Candidates : []))
            .Concat(firewall.Labels.Attachments.All.SelectMany(attachment => attachment.Groups))
            .ToHashSet();
        return graph.OfType(ResourceTypes.SecurityGroup).Where(inUse.Contains).SelectMany(Check);
    }

    private IEnumerable<Finding> Check(ResourceNode group)
    {
        var tag = TierLabels.Written(group);
        var path = $"tags.{TierLabel.Tag}";
        if (tag.IsUnknown)
            yield return Undetermined(group, path, $"{path} is not known before the deployment");
        else if (TierLabels.Of(group) == TierLabel.Missing)
            yield return Fail(group, path, $"{path} is {tag}, not one of {string.Join(", ", TierMatrix.Tiers)}");
    }
}
