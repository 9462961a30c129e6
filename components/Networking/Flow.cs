namespace Infra.Components.Networking;

/// <summary>Who may open TCP connections to whom, on which ports. Made by the verbs of the peers only.</summary>
public sealed record Flow
{
    internal Flow(Peer from, Peer to, params IReadOnlyList<int> ports)
    {
        From = from;
        To = to;
        Ports = ports;
    }

    public Peer From { get; }

    public Peer To { get; }

    public IReadOnlyList<int> Ports { get; }

    public override string ToString() => $"{From} to {To}";
}
