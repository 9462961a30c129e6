using System.Globalization;
using Infra.Components.Data;
using Infra.Components.Operations;
using Infra.Components.Recovery;
using Infra.Tests.Components.Data;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Recovery;

public sealed class BackupTests
{
    private static readonly BackupVaultArgs Here = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1",
        Lock = VaultLock.Governance,
        MinimumDays = 7,
        MaximumDays = 365,
        DeletionProtection = true,
    };

    private static readonly BackupVaultArgs There = Here with { Location = Places.Frankfurt with { Region = "us-east-1" } };

    private static readonly BackupObjective Objective = new() { Hours = 6, RecentDays = 7, DailyDays = 120, CopyDays = 90, ColdAfterDays = 30 };

    [Fact]
    public async Task A_vault_is_encrypted_locked_and_closed_to_other_accounts()
    {
        var plan = await Plan.OfFirstPreview(() => _ = new BackupVault("vault", Here));

        var vault = plan.One("aws:backup/vault:Vault");
        (vault.Text("kmsKeyArn"), vault.Flag("forceDestroy"), vault.Options.Protect).ShouldBe(("arn:aws:kms:eu-central-1:123456789012:key/1", false, true));
        var locked = plan.One("aws:backup/vaultLockConfiguration:VaultLockConfiguration");
        (locked.Number("minRetentionDays"), locked.Number("maxRetentionDays"), locked.At("changeableForDays")).ShouldBe((7, 365, null));
        plan.One("aws:backup/vaultPolicy:VaultPolicy").Text("policy")!.ShouldContain("\"StringNotEquals\":{\"aws:PrincipalAccount\":\"123456789012\"}");
    }

    [Fact]
    public async Task People_are_told_of_backups_and_copies_that_failed()
    {
        Telemetry? told = null;
        var plan = await Plan.Of(() => told = new BackupVault("vault", Here with { AlarmTopicArn = "arn:aws:sns:eu-central-1:123456789012:alarms" }).Telemetry);

        var notifications = plan.One("aws:backup/vaultNotifications:VaultNotifications");
        notifications.Text("snsTopicArn").ShouldBe("arn:aws:sns:eu-central-1:123456789012:alarms");
        notifications.List("backupVaultEvents").ShouldBe(["COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED"]);
        told.ShouldNotBeNull().Alarms.Select(alarm => (alarm.Key, alarm.Threshold)).ShouldBe([("failed", 0), ("aborted", 0), ("expired", 0), ("uncopied", 0)]);
        told.Alarms.Select(alarm => alarm.Measure).OfType<Metric>().Select(metric => metric.Name)
            .ShouldBe(["NumberOfBackupJobsFailed", "NumberOfBackupJobsAborted", "NumberOfBackupJobsExpired", "NumberOfCopyJobsFailed"]);
        (await Plan.Of(() => _ = new BackupVault("vault", Here))).All("aws:backup/vaultNotifications:VaultNotifications").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lock_that_nobody_can_take_away_has_days_to_think_again()
    {
        var plan = await Plan.Of(() => _ = new BackupVault("vault", Here with { Lock = VaultLock.Compliance(coolingOffDays: 14) }));

        plan.One("aws:backup/vaultLockConfiguration:VaultLockConfiguration").Number("changeableForDays").ShouldBe(14);
        (await Plan.Of(() => _ = new BackupVault("vault", Here with { Lock = VaultLock.None })))
            .All("aws:backup/vaultLockConfiguration:VaultLockConfiguration").ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_of_six_hours_may_be_lost_and_each_day_is_copied_to_another_region()
    {
        var rules = (await Planned()).One("aws:backup/plan:Plan");

        (rules.Text("rules.0.ruleName"), rules.Text("rules.0.schedule"),
                rules.Number("rules.0.lifecycle.deleteAfter"), rules.Number("rules.0.lifecycle.coldStorageAfter"))
            .ShouldBe(("daily", "cron(0 2 * * ? *)", 120, 30));
        (rules.Text("rules.0.copyActions.0.destinationVaultArn"), rules.Number("rules.0.copyActions.0.lifecycle.deleteAfter"))
            .ShouldBe(("arn:aws:mock:::vault-there", 90));
        (rules.Text("rules.1.ruleName"), rules.Text("rules.1.schedule"),
                rules.Number("rules.1.lifecycle.deleteAfter"), rules.At("rules.1.copyActions"))
            .ShouldBe(("recent", "cron(0 2/6 * * ? *)", 7, null));
        rules.Number("rules.0.startWindow").ShouldBe(60);
    }

    [Theory]
    [InlineData(3, "cron(0 2/3 * * ? *)")]
    [InlineData(4, "cron(0 2/4 * * ? *)")]
    [InlineData(12, "cron(0 2/12 * * ? *)")]
    public async Task Points_come_as_often_as_the_objective_demands(int hours, string schedule) =>
        (await Planned(Objective with { Hours = hours })).One("aws:backup/plan:Plan").Text("rules.1.schedule").ShouldBe(schedule);

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(24)]
    public async Task No_job_begins_within_the_windows_of_databases_or_in_the_hour_before(int hours)
    {
        var database = (await Plan.Of(() => _ = new Database("orders", DatabaseTests.Alone))).One("aws:rds/instance:Instance");
        var plan = (await Planned(Objective with { Hours = hours })).One("aws:backup/plan:Plan");

        var taken = HoursTakenBy(database.Text("backupWindow")!)
            .Union(HoursTakenBy(database.Text("maintenanceWindow")!.Replace("sun:", "", StringComparison.Ordinal))).ToList();
        taken.ShouldBe([0, 1]);
        Enumerable.Range(0, plan.List("rules").Length).SelectMany(rule => StartsOf(plan.Text($"rules.{rule}.schedule")!)).Intersect(taken).ShouldBeEmpty();

        static IEnumerable<int> HoursTakenBy(string window)
        {
            var (from, to) = (
                TimeOnly.ParseExact(window[..5], "HH:mm", CultureInfo.InvariantCulture),
                TimeOnly.ParseExact(window[6..], "HH:mm", CultureInfo.InvariantCulture));
            return Enumerable.Range(from.Hour - 1, to.AddMinutes(-1).Hour - from.Hour + 2);
        }

        static IEnumerable<int> StartsOf(string schedule)
        {
            var parts = schedule.Split(' ')[1].Split('/').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
            for (var hour = parts[0]; hour < 24; hour += parts.ElementAtOrDefault(1) is > 0 and var step ? step : 24) yield return hour;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Frequencies_that_meet_those_windows_are_refused(int hours) =>
        (await Plan.ErrorOf(() => Planned("backup", Objective with { Hours = hours }))).ShouldContain($"Hours is {hours}; allowed is 3, 4, 6, 8, 12 or 24.");

    [Fact]
    public async Task Backup_is_told_to_take_every_kind_before_anything_is_chosen()
    {
        var plan = await Planned();

        var settings = plan.One("aws:backup/regionSettings:RegionSettings");
        settings.Options.IgnoreChanges.ShouldBe(["resourceTypeManagementPreference", "resourceTypeOptInPreference"]);
        new[] { "Aurora", "DocumentDB", "DynamoDB", "Neptune", "RDS" }.ShouldAllBe(kind => settings.Flag($"resourceTypeOptInPreference.{kind}") == true);
        settings.Flag("resourceTypeManagementPreference.DynamoDB").ShouldBe(true);
        plan.One("aws:backup/selection:Selection").DependsOn.ShouldBe(["backup"]);
    }

    [Fact]
    public async Task A_daily_objective_needs_one_rule() =>
        (await Planned(Objective with { Hours = 24 })).One("aws:backup/plan:Plan").List("rules").Length.ShouldBe(1);

    [Fact]
    public async Task What_bears_the_tag_of_this_product_and_environment_is_backed_up()
    {
        var selection = (await Planned()).One("aws:backup/selection:Selection");

        selection.List("resources").ShouldBe(["*"]);
        Enumerable.Range(0, 3)
            .Select(index =>
                (selection.Text($"conditions.0.stringEquals.{index}.key"), selection.Text($"conditions.0.stringEquals.{index}.value")))
            .ShouldBe([("aws:ResourceTag/infra:backup", "yes"), ("aws:ResourceTag/Environment", "test"), ("aws:ResourceTag/Product", "shop")]);
    }

    [Fact]
    public async Task Every_week_the_newest_point_of_each_kind_is_restored()
    {
        var plan = await Planned();

        var test = plan.One("aws:backup/restoreTestingPlan:RestoreTestingPlan");
        (test.Text("name"), test.Text("scheduleExpression"), test.Text("recoveryPointSelection.algorithm"))
            .ShouldBe(("shop_test_backup", "cron(0 6 ? * SUN *)", "LATEST_WITHIN_WINDOW"));
        plan.Some("aws:backup/restoreTestingSelection:RestoreTestingSelection").Select(selection => selection.Text("protectedResourceType"))
            .ShouldBe(["Aurora", "RDS", "DocumentDB", "Neptune", "DynamoDB"]);
        plan.Some("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Select(attachment => attachment.Text("policyArn")).ShouldBe(
        [
            "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
            "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
        ]);
    }

    [Fact]
    public async Task Every_problem_of_a_vault_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new BackupVault("vault.1", Here with { MinimumDays = 0, MaximumDays = -1, Lock = VaultLock.Compliance(2) }))).ShouldBe(
            """
            BackupVault 'vault.1' cannot be built:
              - The vault would be called 'shop-test-vault.1'; allowed are 2 to 50 letters, digits, hyphens and underscores.
              - MinimumDays is 0; expected is at least 1.
              - MaximumDays is -1 and less than MinimumDays (0).
              - The lock's coolingOffDays is 2; expected is at least 3.
            """);

    [Fact]
    public async Task Every_problem_of_a_plan_is_told_at_once() =>
        (await Plan.ErrorOf(() =>
        {
            var vault = new BackupVault("vault", There);
            _ = new BackupPlan("backup", new()
            {
                Naming = Places.Naming,
                Location = Places.Frankfurt,
                Vault = vault,
                Objective = new() { Hours = 5, RecentDays = 0, DailyDays = 366, CopyDays = 0, ColdAfterDays = 300 },
                CopyTo = new BackupVault("vault-same", Here),
            });
        })).ShouldBe(
            """
            BackupPlan 'backup' cannot be built:
              - Hours is 5; allowed is 3, 4, 6, 8, 12 or 24.
              - RecentDays is 0; expected is at least 1.
              - CopyDays is 0; expected is at least 1.
              - DailyDays is 366, but what is cold after 300 days is kept there for 90 more; expected is at least 390.
              - Its vault 'shop-test-vault' lies in us-east-1 of account 123456789012; expected is one in eu-central-1 of account 123456789012, where the plan is.
              - DailyDays is 366; the lock of vault 'shop-test-vault' allows 7 to 365.
              - RecentDays is 0; the lock of vault 'shop-test-vault' allows 7 to 365.
              - CopyTo lies in eu-central-1 as well; a copy that the same disaster hits is none. Expected is a vault in another region.
              - CopyDays is 0; the lock of vault 'shop-test-vault-same' allows 7 to 365.
            """);

    [Fact]
    public async Task A_vault_of_another_account_is_refused() =>
        (await Plan.ErrorOf(() => _ = new BackupPlan("backup", new()
        {
            Naming = Places.Naming,
            Location = Places.Frankfurt with { AccountId = "210987654321" },
            Vault = new BackupVault("vault", Here),
            Objective = new() { Hours = 24, DailyDays = 35, CopyDays = 90 },
        }))).ShouldBe(
            """
            BackupPlan 'backup' cannot be built:
              - Its vault 'shop-test-vault' lies in eu-central-1 of account 123456789012; expected is one in eu-central-1 of account 210987654321, where the plan is.
            """);

    [Fact]
    public async Task Restore_tests_need_a_name_that_fits() =>
        (await Plan.ErrorOf(() => Planned("a-plan-whose-name-is-longer-than-fifty-characters", Objective)))
            .ShouldContain("Its restore tests would be called 'shop_test_a_plan_whose_name_is_longer_than_fifty_characters'; "
                + "allowed are 1 to 50 letters, digits and underscores.");

    [Theory]
    [InlineData(0, "ColdAfterDays is 0; expected is at least 1.")]
    [InlineData(31, "DailyDays is 120, but what is cold after 31 days is kept there for 90 more; expected is at least 121.")]
    public async Task Cold_storage_has_its_rules(int coldAfterDays, string problem) =>
        (await Plan.ErrorOf(() => Planned("backup", Objective with { ColdAfterDays = coldAfterDays }))).ShouldContain(problem);

    [Fact]
    public async Task Days_count_at_least_as_long_as_hours() =>
        (await Plan.ErrorOf(() => Planned("backup", Objective with { RecentDays = 121 })))
            .ShouldContain("DailyDays is 120; expected is at least RecentDays (121).");

    private static Task<Plan> Planned(BackupObjective? objective = null) => Plan.Of(() => Planned("backup", objective ?? Objective));

    private static void Planned(string name, BackupObjective objective) => _ = new BackupPlan(name, new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Vault = new BackupVault("vault", Here),
        Objective = objective,
        CopyTo = new BackupVault("vault-there", There),
    });
}
