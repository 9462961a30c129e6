namespace Infra.Policies.Firewall;

/// <summary>Which network interfaces belong to which machine, however that is written.</summary>
internal sealed class MachineInterfaces(ResourceGraph graph)
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
            select (Card: (ResourceNode?)card, Machine: Machine(card, attachment.IsUnknown ? attachment : attachment["instance"]));
        var fromMachines =
            from machine in graph.OfType(ResourceTypes.Instance)
            from card in PeerReader.EachOf(machine["networkInterfaces"]).Append(machine["primaryNetworkInterface"])
            select (Card: Card(machine, card.IsUnknown ? card : card["networkInterfaceId"]), Machine: (ResourceNode?)machine);
        var fromJoints =
            from joint in graph.OfType(Joints)
            select (Card: Card(joint, joint["networkInterfaceId"]), Machine: Machine(joint, joint["instanceId"]));
        return fromInterfaces.Concat(fromMachines).Concat(fromJoints)
            .Where(pair => pair is { Card: not null, Machine: not null }).Select(pair => (pair.Card!, pair.Machine!));

        ResourceNode? Machine(ResourceNode from, PropertyValue value) => graph.Resolve(from, value, ResourceTypes.Instance).Target;
        ResourceNode? Card(ResourceNode from, PropertyValue value) => graph.Resolve(from, value, ResourceTypes.NetworkInterface).Target;
    }
}
