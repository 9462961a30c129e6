namespace Infra.Policies;

/// <summary>What a rule has to say about one resource.</summary>
public sealed record Finding
{
    /// <summary>The rule's id, for example <c>sg-internet-port-allowlist</c>.</summary>
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>The resource that has to change.</summary>
    public required string Urn { get; init; }

    /// <summary>The property that is wrong or not known, as a path such as <c>ingress[0].cidrBlocks</c>; null when it is the resource as a whole.</summary>
    public string? Property { get; init; }

    /// <summary>What was found, with the evidence: never a secret.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Fix { get; init; }

    /// <summary>Tells the findings of one rule on one resource apart; part of the fingerprint.</summary>
    public string Key { get; init; } = "";

    /// <summary>Stays the same while lines move and stacks differ: rule, URN without the stack's name, and the finding's own key.</summary>
    public required string Fingerprint { get; init; }

    public SourceLocation? Source { get; init; }

    /// <summary>Who accepts it, why and how long; null if nobody does.</summary>
    public Waiver? Waiver { get; init; }
}
