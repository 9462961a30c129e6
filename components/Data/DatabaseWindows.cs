namespace Infra.Components.Data;

/// <summary>
/// When AWS backs up and maintains databases and stores, in UTC. They must not overlap, and each lasts at least half an hour (RDS API
/// reference, CreateDBInstance, read 2026-11). Backups of other makers keep away from them; see <see cref="Recovery.BackupObjective"/>.
/// </summary>
internal static class DatabaseWindows
{
    public const string Backup = "01:00-01:30";
    public const string Maintenance = "sun:01:30-sun:02:00";
}
