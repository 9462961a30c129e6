using Infra.Components;
using Infra.Components.Encryption;
using Infra.Components.Operations;
using Infra.Components.Recovery;

namespace Infra.Stacks;

/// <summary>Backups of everything that is tagged for them: each region keeps its own, and a copy lies in another.</summary>
internal static class Backups
{
    // Shorter than a lock would be of use for; longer than a mistake goes unnoticed.
    private const int LongestDays = 400;

    /// <returns>The vaults, which tell of jobs that failed.</returns>
    public static IReadOnlyList<IObserved> Build(StackSettings settings, Alerts alerts)
    {
        var vaults = settings.Regions.ToDictionary(region => region.Location, region => VaultIn(settings, region.Location, alerts));
        foreach (var (location, vault) in vaults)
            _ = new BackupPlan($"backup-{location.Region}", new()
            {
                Naming = settings.Naming,
                Location = location,
                Vault = vault,
                Objective = settings.Profile.Backup,
                CopyTo = CopyOf(location, settings, vaults),
            });
        return [.. vaults.Values];
    }

    private static BackupVault VaultIn(StackSettings settings, Location location, Alerts alerts)
    {
        var key = new EncryptionKey($"backup-key-{location.Region}", new()
        {
            Naming = settings.Naming,
            Location = location,
            Purpose = KeyPurpose.Backups,
            DeletionProtection = settings.Profile.DeletionProtection,
        });

        return new($"backup-vault-{location.Region}", new()
        {
            Naming = settings.Naming,
            Location = location,
            KeyArn = key.KeyArn,
            Lock = VaultLock.Governance,
            MinimumDays = settings.Profile.Backup.RecentDays,
            MaximumDays = LongestDays,
            AlarmTopicArn = alerts.TopicOf(location),
            DeletionProtection = settings.Profile.DeletionProtection,
        });
    }

    // The primary region's copies lie where its standby is, all others' in the primary region.
    private static BackupVault? CopyOf(Location location, StackSettings settings, Dictionary<Location, BackupVault> vaults) =>
        (location.Region == settings.PrimaryRegion ? settings.StandbyRegion : settings.PrimaryRegion) is { } region
            ? vaults.Single(vault => vault.Key.Region == region).Value
            : null;
}
