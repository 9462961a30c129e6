namespace Infra.Components.Data;

/// <summary>What a database survives.</summary>
public sealed record DatabaseSafety
{
    /// <summary>A standby in another zone takes over within a minute or two.</summary>
    public required bool SurvivesZoneLoss { get; init; }

    /// <summary>1 to 35 days to which the database can be set back; replicas need at least one.</summary>
    public required int BackupDays { get; init; }

    public required bool DeletionProtection { get; init; }

    public IEnumerable<string> Check()
    {
        if (BackupDays is < 1 or > 35)
            yield return $"BackupDays is {BackupDays}; allowed is 1 to 35.";
    }
}
