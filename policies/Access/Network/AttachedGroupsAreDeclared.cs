using Infra.Policies.Firewall;

namespace Infra.Policies.Network;

public sealed class AttachedGroupsAreDeclared() : Rule(
    "sg-attached-declared",
    Rank.High,
    "The groups of a machine add up, and what one of them allows that is not in this program, nobody sees here.",
    "give it groups of this program alone, and declare their flows")
{
    private static readonly string[] Machines =
    [
        .. ResourceTypes.Instance, .. ResourceTypes.LaunchTemplate, "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
        "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment",
    ];

    private static readonly string[] Interfaces = ["networkInterfaces", "primaryNetworkInterface", "networkInterfaceId"];

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.SecurityGroup, .. Machines];

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        graph.Firewall.Labels.Attachments.Strangers.SelectMany(stranger => Check(stranger, graph))
            .Concat(graph.OfType(Machines).SelectMany(machine => FromElsewhere(machine, graph)));

    // An interface brings its groups with it. What a provider tells of a machine that is there nobody wrote.
    private IEnumerable<Finding> FromElsewhere(ResourceNode machine, ResourceGraph graph) =>
        from given in Interfaces.Where(machine.IsGiven)
        from place in PeerReader.EachOf(machine[given])
        let id = place.IsObject ? place["networkInterfaceId"] : place
        where !id.IsLeftOut && graph.Resolve(machine, id, ResourceTypes.NetworkInterface).Candidates.Count == 0
        select id.IsUnknown
            ? Undetermined(machine, id)
            : Undetermined(machine, id.Path, $"{id.Path} is {id}, which is no network interface of this program: what its groups allow is not known here");

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
