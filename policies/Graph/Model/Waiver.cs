namespace Infra.Policies;

/// <summary>One finding that its owner accepts for a while. It stays in every report.</summary>
public sealed record Waiver
{
    /// <summary>The longest time, in days, for which a finding can be accepted: a quarter, after which someone has to look again.</summary>
    public const int MostDays = 90;

    /// <summary>In characters; a shorter one explains nothing.</summary>
    public const int ShortestReason = 20;

    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>The whole URN of the one resource.</summary>
    public required string Urn { get; init; }

    /// <summary>Which finding is meant, where the rule has several on the resource.</summary>
    public string? Fingerprint { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>The last day, in UTC, on which it holds.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Where it is written; null for one that is made in code.</summary>
    public SourceLocation? Source { get; init; }

    /// <summary>For messages: why, who and how long.</summary>
    public override string ToString() => FormattableString.Invariant($"{Reason} ({Owner}, until {Expires:yyyy-MM-dd})");
}
