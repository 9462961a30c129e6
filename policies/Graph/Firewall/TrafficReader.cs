namespace Infra.Policies.Firewall;

public static class TrafficReader
{
    /// <summary>The traffic, or null and the path of the property that is not known.</summary>
    public static (Traffic? Traffic, string Unknown) Read(PropertyValue protocol, PropertyValue fromPort, PropertyValue toPort)
    {
        if (protocol.IsUnknown || protocol.Text is not { } text) return (null, protocol.Path);
        if (TransportProtocol.MeansAll(text)) return (Traffic.All, "");
        if (TransportProtocol.Parse(text) is not { } parsed) return (null, protocol.Path);
        if (!parsed.HasPorts) return (Traffic.Of(parsed, PortSet.All), "");
        if (fromPort.IsUnknown) return (null, fromPort.Path);
        if (toPort.IsUnknown) return (null, toPort.Path);

        // Ports that are left out or -1 mean every port; a range that runs backwards is read as the wider of its two readings.
        if (fromPort.Number is not (>= 0 and var from) || toPort.Number is not (>= 0 and var to)) return (Traffic.Of(parsed, PortSet.All), "");
        return (Traffic.Of(parsed, PortSet.Range(Math.Min(from, to), Math.Max(from, to))), "");
    }
}
