namespace Infra.Policies.Firewall;

/// <summary>Which network interfaces belong to which machine, however that is written.</summary>
public sealed class MachineInterfaces(ResourceGraph graph)
{
    private static readonly string[] Joints = ["aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment"];

    private readonly Lazy<Dictionary<string, string>> _machines = new(() => Pairs(graph)
        .GroupBy(pair => pair.Interface.Urn, pair => pair.Machine.Urn)
        .ToDictionary(pairs => pairs.Key, pairs => pairs.First(), StringComparer.Ordinal));

    /// <summary>The URN of the machine, or what was given if no machine is known to have it.</summary>
    public string MachineOf(string @interface) => _machines.Value.GetValueOrDefault(@interface, @interface);

    private static IEnumerable<(ResourceNode Interface, ResourceNode Machine)> Pairs(ResourceGraph graph)
    {
        var fromInterfaces =
            from card in graph.OfType(ResourceTypes.NetworkInterface)
            from attachment in PeerReader.EachOf(card["attachments"])
            from machine in Of(card, attachment["instance"], ResourceTypes.Instance)
            select (card, machine);
        // All that one machine names are its own, whichever is which.
        var fromMachines =
            from machine in graph.OfType(ResourceTypes.Instance)
            from place in PeerReader.EachOf(machine["networkInterfaces"]).Append(machine["primaryNetworkInterface"])
            from card in graph.Resolve(machine, place["networkInterfaceId"], ResourceTypes.NetworkInterface).Candidates
            select (card, machine);
        var fromJoints =
            from joint in graph.OfType(Joints)
            from card in Of(joint, joint["networkInterfaceId"], ResourceTypes.NetworkInterface)
            from machine in Of(joint, joint["instanceId"], ResourceTypes.Instance)
            select (card, machine);
        return fromInterfaces.Concat(fromMachines).Concat(fromJoints);

        ResourceNode[] Of(ResourceNode from, PropertyValue value, IReadOnlyList<string> types) =>
            graph.Resolve(from, value, types).Target is { } only ? [only] : [];
    }
}
