namespace Infra.Policies;

public enum ReferenceState
{
    Absent,

    /// <summary>Exactly one resource of the program.</summary>
    Resolved,

    /// <summary>More than one resource of the program could be meant.</summary>
    Ambiguous,

    /// <summary>The value is known and no resource of the program has it.</summary>
    Foreign,

    /// <summary>Neither the value nor what it was computed from is known.</summary>
    Unknown,
}

/// <summary>What a property points to.</summary>
public sealed record Reference(ReferenceState State, IReadOnlyList<ResourceNode> Candidates)
{
    public static Reference Absent { get; } = new(ReferenceState.Absent, []);

    public ResourceNode? Target => State == ReferenceState.Resolved ? Candidates[0] : null;

    public static Reference ToOnly(ResourceNode node) => new(ReferenceState.Resolved, [node]);

    public static Reference To(IReadOnlyList<ResourceNode> candidates, bool isUnknown) => candidates.Count switch
    {
        0 => new(isUnknown ? ReferenceState.Unknown : ReferenceState.Foreign, []),
        1 => new(ReferenceState.Resolved, candidates),
        _ => new(ReferenceState.Ambiguous, candidates),
    };
}
