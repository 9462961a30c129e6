namespace Infra.Components.Recovery;

/// <summary>Who may still delete recovery points before their time.</summary>
public sealed record VaultLock
{
    // Backup developer guide, AWS Backup Vault Lock, read 2026-11.
    private const int ShortestCoolingOffDays = 3;

    private VaultLock()
    {
    }

    /// <summary>Whoever may delete recovery points at all.</summary>
    public static VaultLock None { get; } = new();

    /// <summary>Those alone who may take the lock away again.</summary>
    public static VaultLock Governance { get; } = new() { IsLocked = true };

    internal bool IsLocked { get; private init; }

    internal int? CoolingOffDays { get; private init; }

    /// <summary>Nobody, not even AWS, once these days are over: neither lock nor vault can be removed while it holds anything.</summary>
    /// <param name="coolingOffDays">At least 3, in which the lock can still be taken away.</param>
    public static VaultLock Compliance(int coolingOffDays) => new() { IsLocked = true, CoolingOffDays = coolingOffDays };

    internal IEnumerable<string> Check()
    {
        if (CoolingOffDays < ShortestCoolingOffDays)
            yield return $"The lock's coolingOffDays is {CoolingOffDays}; expected is at least {ShortestCoolingOffDays}.";
    }
}
