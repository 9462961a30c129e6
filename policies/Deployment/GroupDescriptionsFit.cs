namespace Infra.Policies.Deployment;

public sealed class GroupDescriptionsFit() : DeploymentRule(
    "deploy-sg-description",
    Rank.High,
    [.. ResourceTypes.SecurityGroup, .. ResourceTypes.IngressRule, .. ResourceTypes.EgressRule],
    "AWS refuses an apostrophe or a long text, and changing a group's description later replaces the group.",
    "write at most 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*",
    "Amazon EC2 API Reference, 2026-11")
{
    private const string Marks = " ._-:/()#,@[]+=&;{}!$*";

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Matches(
        resource, resource["description"],
        text => text.Length <= 255 && text.All(character => char.IsAsciiLetterOrDigit(character) || Marks.Contains(character, StringComparison.Ordinal)),
        $"at most 255 letters, digits and {Marks.Trim()}");
}
