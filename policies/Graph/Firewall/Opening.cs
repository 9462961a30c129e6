namespace Infra.Policies.Firewall;

public enum Direction
{
    Ingress,
    Egress,
}

/// <summary>One door that one rule opens in one security group for one peer.</summary>
public sealed record Opening
{
    public required Direction Direction { get; init; }

    /// <summary>The resource that opens it: a rule, or the group itself if the rule is written inside it.</summary>
    public required ResourceNode Rule { get; init; }

    /// <summary>Path of the property that names the peer.</summary>
    public required string Property { get; init; }

    /// <summary>The groups it may belong to: one, several if it is not known which, none if it is no group of the program.</summary>
    public required IReadOnlyList<ResourceNode> Groups { get; init; }

    /// <summary>Nothing is known of the group: neither its id nor what it was computed from.</summary>
    public required bool IsGroupUnknown { get; init; }

    /// <summary>What stands for the group where it is none of the program's.</summary>
    public required string GroupText { get; init; }

    public required Peer Peer { get; init; }

    /// <summary>Null if protocol or ports are not known.</summary>
    public required Traffic? Traffic { get; init; }

    /// <summary>The property that keeps the traffic from being known.</summary>
    public required string UnknownTraffic { get; init; }

    /// <summary>The same door of the same group has the same key, wherever it stands in a list.</summary>
    public string Key => $"{Direction} {Owner} {Peer.Key} {Traffic?.ToString() ?? "unknown"}";

    private string Owner => Groups.Count == 0 ? GroupText : string.Join(" or ", Groups.Select(group => group.Name));
}
