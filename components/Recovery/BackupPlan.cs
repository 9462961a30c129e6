using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.Backup;
using Pulumi.Aws.Backup.Inputs;
using Pulumi.Aws.Iam;

namespace Infra.Components.Recovery;

public sealed record BackupPlanArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>In this region.</summary>
    public required BackupVault Vault { get; init; }

    public required BackupObjective Objective { get; init; }

    /// <summary>In another region, where the point of each day is copied; null keeps it here alone.</summary>
    public BackupVault? CopyTo { get; init; }

    /// <summary>Restores the newest point of each kind once a week, and removes what was restored.</summary>
    public bool TestsRestores { get; init; } = true;
}

/// <summary>
/// Backs up everything of this product and environment in a region that bears the tag <see cref="Naming.BackupTag"/>, as often as the
/// objective demands, copies each day to another region, and proves every week that it can be restored.
/// </summary>
public sealed class BackupPlan : ComponentResource
{
    // Backup API reference, BackupRule, read 2026-11: a start window has 60 minutes at least.
    private const int StartMinutes = 60;
    private const int CompletionMinutes = 12 * 60;

    // Backup skips what its kind was not opted in for, without a word, and some kinds are not at first (Backup developer guide,
    // "Service opt-in", read 2026-11). Changes of the settings are ignored: a kind more needs settings of another name, or the stacks that exist go without.
    private static readonly string[] Kinds = ["Aurora", "DocumentDB", "DynamoDB", "Neptune", "RDS"];

    private static readonly string[] Policies = ["AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForRestores"];

    public BackupPlan(string name, BackupPlanArgs args, ComponentResourceOptions? options = null)
        : base("infra:recovery:BackupPlan", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var role = CreateRole(name, args, child);
        var plan = CreatePlan(name, args, child);
        var settings = OptIn(name, args, child);
        Select(name, args, plan, role, CustomResourceOptions.Merge(child, new() { DependsOn = { settings } }));
        if (args.TestsRestores) RestoreTests.Create(name, args, role, child);

        PlanId = plan.Id;
        RegisterOutputs();
    }

    [Output("planId")]
    public Output<string> PlanId { get; }

    private static Problems Check(string name, BackupPlanArgs args)
    {
        var problems = new Problems("BackupPlan", name)
            .Add(CloudName.Role.Check(name))
            .Add(RestoreTests.CheckName(name, args))
            .Add(args.Objective.Check())
            .Unless(args.Vault.Args.Location == args.Location, $"Its vault '{args.Vault.VaultName}' lies in {PlaceOf(args.Vault.Args.Location)}; "
                + $"expected is one in {PlaceOf(args.Location)}, where the plan is.")
            .Add(args.Vault.CheckDays("DailyDays", args.Objective.DailyDays));
        if (!args.Objective.IsDaily) problems.Add(args.Vault.CheckDays("RecentDays", args.Objective.RecentDays));
        if (args.CopyTo is { } copy)
            problems.Unless(copy.Args.Location.Region != args.Location.Region, $"CopyTo lies in {copy.Args.Location.Region} as well; "
                    + "a copy that the same disaster hits is none. Expected is a vault in another region.")
                .Add(copy.CheckDays("CopyDays", args.Objective.CopyDays));
        return problems;
    }

    private static string PlaceOf(Location location) => $"{location.Region} of account {location.AccountId}";

    private static Role CreateRole(string name, BackupPlanArgs args, CustomResourceOptions child)
    {
        var role = new Role(name, new RoleArgs
        {
            Description = $"Lets AWS Backup back up and restore for {name}",
            AssumeRolePolicy = PolicyDocument.TrustOf(
                "backup.amazonaws.com", new() { StringEquals = new() { ["aws:SourceAccount"] = args.Location.AccountId } }).ToString(),
            Tags = args.Naming.Tags(name),
        }, child);
        foreach (var policy in Policies)
            _ = new RolePolicyAttachment($"{name}-{(policy.EndsWith("Backup", StringComparison.Ordinal) ? "backup" : "restore")}", new RolePolicyAttachmentArgs
            {
                Role = role.Name,
                PolicyArn = $"arn:aws:iam::aws:policy/service-role/{policy}",
            }, child);
        return role;
    }

    private static Plan CreatePlan(string name, BackupPlanArgs args, CustomResourceOptions child) =>
        new(name, new PlanArgs
        {
            Region = args.Location.Region,
            Name = args.Naming.For(name),
            Rules = args.Objective.IsDaily ? [Daily(args)] : [Daily(args), Recent(args)],
            Tags = args.Naming.Tags(name),
        }, child);

    // Of the whole account in the region; what it says of other kinds stays, and is read back with ours, so that a difference would show in every
    // deployment. Tables are copied to other regions by the advanced way only.
    private static RegionSettings OptIn(string name, BackupPlanArgs args, CustomResourceOptions child) =>
        new(name, new RegionSettingsArgs
        {
            Region = args.Location.Region,
            ResourceTypeOptInPreference = Kinds.ToDictionary(kind => kind, _ => true),
            ResourceTypeManagementPreference = new InputMap<bool> { ["DynamoDB"] = true },
        }, CustomResourceOptions.Merge(child, new() { IgnoreChanges = { "resourceTypeManagementPreference", "resourceTypeOptInPreference" } }));

    private static PlanRuleArgs Daily(BackupPlanArgs args)
    {
        var rule = RuleOf("daily", args, BackupObjective.DailySchedule, args.Objective.DailyDays);
        if (args.Objective.ColdAfterDays is { } cold)
            rule.Lifecycle = new PlanRuleLifecycleArgs { DeleteAfter = args.Objective.DailyDays, ColdStorageAfter = cold };
        if (args.CopyTo is { } copy)
            rule.CopyActions = new PlanRuleCopyActionArgs
            {
                DestinationVaultArn = copy.Vault.Arn,
                Lifecycle = new PlanRuleCopyActionLifecycleArgs { DeleteAfter = args.Objective.CopyDays },
            };
        return rule;
    }

    private static PlanRuleArgs Recent(BackupPlanArgs args) =>
        RuleOf("recent", args, args.Objective.RecentSchedule, args.Objective.RecentDays);

    private static PlanRuleArgs RuleOf(string name, BackupPlanArgs args, string schedule, int days) => new()
    {
        RuleName = name,
        TargetVaultName = args.Vault.Vault.Name,
        Schedule = schedule,
        ScheduleExpressionTimezone = "Etc/UTC",
        StartWindow = StartMinutes,
        CompletionWindow = CompletionMinutes,
        Lifecycle = new PlanRuleLifecycleArgs { DeleteAfter = days },
        RecoveryPointTags = args.Naming.Tags(name),
    };

    // Every kind of resource; the conditions, all of which must hold, say which ones.
    private static void Select(string name, BackupPlanArgs args, Plan plan, Role role, CustomResourceOptions child) =>
        _ = new Selection(name, new SelectionArgs
        {
            Region = args.Location.Region,
            Name = "tagged",
            PlanId = plan.Id,
            IamRoleArn = role.Arn,
            Resources = "*",
            Conditions = new SelectionConditionArgs
            {
                StringEquals =
                [
                    Tagged(Naming.BackupTag, "yes"), Tagged("Environment", args.Naming.Environment), Tagged("Product", args.Naming.Product),
                ],
            },
        }, child);

    private static SelectionConditionStringEqualArgs Tagged(string tag, string value) => new() { Key = $"aws:ResourceTag/{tag}", Value = value };
}
