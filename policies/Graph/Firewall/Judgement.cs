namespace Infra.Policies.Firewall;

/// <summary>What the tier matrix says of one opening.</summary>
public sealed record Judgement
{
    public required Opening Opening { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>What is open beyond the declared paths; for an undetermined one, what might be.</summary>
    public required Traffic Excess { get; init; }

    /// <summary>What of the opening is declared.</summary>
    public required Traffic Declared { get; init; }

    /// <summary>The property without which there is no verdict.</summary>
    public string? UnknownProperty { get; init; }

    /// <summary>Public addresses beyond the declared administrator ranges are among the peers.</summary>
    public required bool IsInternet { get; init; }

    /// <summary>Whether the peers are the machines of a joined network.</summary>
    public required Verdict IsNeighbour { get; init; }

    /// <summary>The property without which nobody can tell whether they are; null where that is known.</summary>
    public string? UnknownNeighbour { get; init; }

    public required string From { get; init; }
    public required string To { get; init; }

    /// <summary>The tier on this side, for messages; null if none is declared.</summary>
    public required string? Tier { get; init; }

    public string Path => $"{From} -> {To} {(Excess.IsEmpty ? Opening.Traffic?.ToString() ?? "unknown ports" : Excess.ToString())} via {Opening.Rule.Name}";
}
