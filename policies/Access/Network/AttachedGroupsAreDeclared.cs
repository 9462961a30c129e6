using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class AttachedGroupsAreDeclared() : Rule(
    "sg-attached-declared",
    Rank.High,
    "The groups of a machine add up, and what one of them allows that is not in this program, nobody sees here.",
    "give it groups of this program alone, and declare their flows")
{
    public override IReadOnlyList<string> Types => ResourceTypes.SecurityGroup;

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        graph.Firewall.Labels.Attachments.Strangers.SelectMany(stranger => Check(stranger, graph));

    private IEnumerable<Finding> Check(Stranger stranger, ResourceGraph graph)
    {
        var (resource, value) = stranger;
        if (value.IsUnknown) return [Undetermined(resource, value)];
        var defaults = graph.Firewall.DefaultGroupsMeant(resource, value);
        return defaults.Count == 0
            ? [Fail(resource, value.Path, $"{value.Path} is {value}, which is no security group of this program", $"{value}")]
            : defaults.Where(meant => ResourceTypes.Vpc.Contains(meant.Type)).Select(vpc => Fail(resource, value.Path,
                $"{value.Path} is the default group of {vpc.Name}, which the program leaves as AWS made it: open to all that is in it"));
    }
}
