using Infra.Components;
using Infra.Components.Operations;
using Infra.Components.Recovery;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Recovery;

/// <summary>The code that the page of backups shows.</summary>
public sealed class RecoveryExamples
{
    private static readonly Naming Naming = Places.Naming;
    private static readonly Location Location = Places.Frankfurt;

    [Fact]
    public async Task The_examples_make_backups()
    {
        const string key = "arn:aws:kms:eu-central-1:123456789012:key/1";
        var plan = await Plan.Of(() => Backup(
            key,
            new("backup-vault-us-east-1", Vault("arn:aws:kms:us-east-1:123456789012:key/1") with { Location = Location with { Region = "us-east-1" } }),
            new("alarm-topic-eu-central-1", new() { Naming = Naming, Location = Location, Emails = ["on-call@shop.example"], KeyArn = key })));

        plan.Resources.Where(resource => resource.Parent is null).Select(resource => resource.Name)
            .ShouldBe(["backup-vault-us-east-1", "alarm-topic-eu-central-1", "backup-vault-eu-central-1", "backup-eu-central-1"]);
    }

    private static BackupVaultArgs Vault(string keyArn) => new()
    {
        Naming = Naming,
        Location = Location,
        KeyArn = keyArn,
        Lock = VaultLock.Governance,
        MinimumDays = 7,
        MaximumDays = 365,
        DeletionProtection = true,
    };

    private static BackupPlan Backup(string keyArn, BackupVault otherRegion, AlarmTopic topic)
    {
        var vault = new BackupVault("backup-vault-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            KeyArn = keyArn,
            Lock = VaultLock.Governance,
            MinimumDays = 7,
            MaximumDays = 365,
            DeletionProtection = true,
            AlarmTopicArn = topic.TopicArn,
        });

        var backup = new BackupPlan("backup-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Vault = vault,
            Objective = new() { Hours = 6, DailyDays = 35, CopyDays = 90 },
            CopyTo = otherRegion,
        });
        return backup;
    }
}
