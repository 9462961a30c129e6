using System.Text.RegularExpressions;
using Infra.Components.Identity;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Backup;

namespace Infra.Components.Recovery;

public sealed record BackupVaultArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>A key of this region for recovery points.</summary>
    public required Input<string> KeyArn { get; init; }

    public required VaultLock Lock { get; init; }

    /// <summary>Recovery points that would be kept for less are refused by a locked vault.</summary>
    public required int MinimumDays { get; init; }

    /// <summary>Recovery points that would be kept for more are refused by a locked vault.</summary>
    public required int MaximumDays { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>
    /// Told of each copy that failed and of each restore that ended, by name; its policy and its key let AWS Backup in, see <see cref="AlarmTopic"/>.
    /// </summary>
    public Input<string>? AlarmTopicArn { get; init; }
}

/// <summary>Where the recovery points of a region lie, encrypted, and out of reach of whoever could delete what they are of.</summary>
public sealed partial class BackupVault : ComponentResource, IObserved
{
    public BackupVault(string name, BackupVaultArgs args, ComponentResourceOptions? options = null)
        : base("infra:recovery:BackupVault", name, options)
    {
        VaultName = args.Naming.Within(CloudName.BackupVault, name);
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        Args = args;
        VaultArn = args.Location.Arn("backup", $"backup-vault:{VaultName}");
        Vault = CreateVault(name, args, child);
        Guard(name, args, child);
        if (args.Lock.IsLocked) LockUp(name, args, child);
        if (args.AlarmTopicArn is { } topic) Tell(name, topic, args, child);
        Telemetry = VaultTelemetry.Of(name, args.Location.Region, VaultName);
        RegisterOutputs();
    }

    [Output("vaultName")]
    public string VaultName { get; }

    [Output("vaultArn")]
    public string VaultArn { get; }

    public Telemetry Telemetry { get; }

    internal BackupVaultArgs Args { get; }

    internal Vault Vault { get; }

    /// <summary>What the lock would refuse of recovery points that are kept so long.</summary>
    internal IEnumerable<string> CheckDays(string what, int days)
    {
        if (Args.Lock.IsLocked && (days < Args.MinimumDays || days > Args.MaximumDays))
            yield return $"{what} is {days}; the lock of vault '{VaultName}' allows {Args.MinimumDays} to {Args.MaximumDays}.";
    }

    private Problems Check(string name, BackupVaultArgs args) => new Problems("BackupVault", name)
        .Unless(VaultNamePattern().IsMatch(VaultName), $"The vault would be called '{VaultName}'; "
            + "allowed are 2 to 50 letters, digits, hyphens and underscores.")
        .Unless(args.MinimumDays >= 1, $"MinimumDays is {args.MinimumDays}; expected is at least 1.")
        .Unless(args.MaximumDays >= args.MinimumDays, $"MaximumDays is {args.MaximumDays} and less than MinimumDays ({args.MinimumDays}).")
        .Add(args.Lock.Check());

    private Vault CreateVault(string name, BackupVaultArgs args, CustomResourceOptions child) =>
        new(name, new VaultArgs
        {
            Region = args.Location.Region,
            Name = VaultName,
            KmsKeyArn = args.KeyArn,
            // A vault with recovery points in it could not be deleted otherwise.
            ForceDestroy = !args.DeletionProtection,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));

    // Nothing shared outside, nothing let in from outside, whatever a role of the account may do. Services have no account.
    private void Guard(string name, BackupVaultArgs args, CustomResourceOptions child) =>
        _ = new VaultPolicy(name, new VaultPolicyArgs
        {
            Region = args.Location.Region,
            BackupVaultName = Vault.Name,
            Policy = new PolicyDocument(new PolicyStatement
            {
                Sid = "DenyOtherAccounts",
                Effect = "Deny",
                Principal = PolicyPrincipal.Anyone,
                Action = ["backup:CopyFromBackupVault", "backup:CopyIntoBackupVault", "backup:StartRestoreJob"],
                Resource = ["*"],
                Condition = new()
                {
                    StringNotEquals = new() { ["aws:PrincipalAccount"] = args.Location.AccountId },
                    Bool = new() { ["aws:PrincipalIsAWSService"] = "false" },
                },
            }).ToString(),
        }, child);

    private void LockUp(string name, BackupVaultArgs args, CustomResourceOptions child) =>
        _ = new VaultLockConfiguration(name, new VaultLockConfigurationArgs
        {
            Region = args.Location.Region,
            BackupVaultName = Vault.Name,
            MinRetentionDays = args.MinimumDays,
            MaxRetentionDays = args.MaximumDays,
            ChangeableForDays = args.Lock.CoolingOffDays is { } days ? (Input<int>)days : null,
        }, child);

    // Events of their own for failed backups and restores are accepted and never sent; the end of a backup, good or bad, comes too often to be read
    // (Backup API reference, PutBackupVaultNotifications, read 2026-11-22). Restores are the weekly tests.
    private void Tell(string name, Input<string> topic, BackupVaultArgs args, CustomResourceOptions child) =>
        _ = new VaultNotifications(name, new VaultNotificationsArgs
        {
            Region = args.Location.Region,
            BackupVaultName = Vault.Name,
            SnsTopicArn = topic,
            BackupVaultEvents = { "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED" },
        }, child);

    [GeneratedRegex("^[A-Za-z0-9_-]{2,50}$")]
    private static partial Regex VaultNamePattern();
}
