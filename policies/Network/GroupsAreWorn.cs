namespace Infra.Policies.Network;

public sealed class GroupsAreWorn() : ResourceRule(
    "orphan-security-group",
    Rank.Low,
    ResourceTypes.SecurityGroup,
    "A security group that nothing wears guards nothing, and waits for somebody who takes it for closed.",
    "attach it to the resources that it is for, or remove it with its rules")
{
    private static readonly string[] Rules =
        [.. ResourceTypes.SecurityGroup, .. ResourceTypes.DefaultSecurityGroup, .. ResourceTypes.IngressRule, .. ResourceTypes.EgressRule, .. ResourceTypes.LegacySecurityGroupRule];

    public override IReadOnlyList<string> Types => [.. base.Types, .. Rules.Except(base.Types)];

    // A rule names groups without wearing them; another stack may wear one by this one's outputs.
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var wearers = graph.UsersOf(resource).Where(edge => !Rules.Contains(edge.From.Type)).ToList();
        if (wearers.Exists(edge => !edge.Ambiguous)) return [];
        return wearers.Count > 0
            ? [Undetermined(resource, "id", $"whether {wearers[0].From.Name} wears it is not known before the deployment")]
            : [Fail(resource, null, "nothing wears it")];
    }
}
