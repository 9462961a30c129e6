namespace Infra.Policies.Network;

public sealed class OneStyleOfRulesPerGroup() : ResourceRule(
    "sg-single-rule-style",
    Rank.High,
    ResourceTypes.SecurityGroup,
    "Inline rules and rule resources on one group overwrite each other at every deployment.",
    "move the inline rules into rule resources of their own",
    "security-group-no-rule-management-conflicts")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        PropertyValue[] lists = [resource["ingress"], resource["egress"]];
        var inline = lists.FirstOrDefault(list => list.Items.Any());
        var unknown = lists.FirstOrDefault(list => list.IsUnknown);
        var standalone = graph.Firewall.OpeningsOf(resource).Where(opening => opening.Rule != resource).ToList();
        if (standalone.Count == 0) yield break;
        var certain = standalone.Find(opening => opening.Groups.Count == 1);
        if (certain is not null && inline is not null)
            yield return Fail(resource, inline.Path, $"{inline.Path} is written inline and {certain.Rule.Name} is a rule resource of the same group", "mixed");
        else if (unknown is not null)
            yield return Undetermined(resource, unknown, "mixed");
        else if (inline is not null)
            yield return Undetermined(resource, inline.Path,
                $"{inline.Path} is written inline, and whether {standalone[0].Rule.Name} belongs to this group is not known before the deployment", "mixed");
    }
}
