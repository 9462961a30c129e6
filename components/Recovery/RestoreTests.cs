using System.Text.RegularExpressions;
using Pulumi;
using Pulumi.Aws.Backup;
using Pulumi.Aws.Backup.Inputs;
using Pulumi.Aws.Iam;

namespace Infra.Components.Recovery;

/// <summary>A backup that was never restored is a hope. (Backup developer guide, restore testing, read 2026-11.)</summary>
internal static partial class RestoreTests
{
    private const int MaximumNameLength = 50;
    private const int WindowHours = 8;
    private const int ValidationHours = 4;
    private const int NewestOfDays = 7;

    // On Sunday after the night's backups.
    private const string Weekly = "cron(0 6 ? * SUN *)";

    private static readonly SortedDictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["aurora"] = "Aurora",
        ["database"] = "RDS",
        ["documents"] = "DocumentDB",
        ["graph"] = "Neptune",
        ["table"] = "DynamoDB",
    };

    // Hyphens are refused here, unlike everywhere else.
    private static string NameOf(string name, BackupPlanArgs args) => args.Naming.For(name).Replace('-', '_');

    public static IEnumerable<string> CheckName(string name, BackupPlanArgs args)
    {
        if (args.TestsRestores && !NamePattern().IsMatch(NameOf(name, args)))
            yield return $"Its restore tests would be called '{NameOf(name, args)}'; "
                + $"allowed are 1 to {MaximumNameLength} letters, digits and underscores.";
    }

    public static void Create(string name, BackupPlanArgs args, Role role, CustomResourceOptions child)
    {
        var plan = new RestoreTestingPlan($"{name}-test", new RestoreTestingPlanArgs
        {
            Region = args.Location.Region,
            Name = NameOf(name, args),
            ScheduleExpression = Weekly,
            ScheduleExpressionTimezone = "Etc/UTC",
            StartWindowHours = WindowHours,
            RecoveryPointSelection = new RestoreTestingPlanRecoveryPointSelectionArgs
            {
                Algorithm = "LATEST_WITHIN_WINDOW",
                IncludeVaults = args.Vault.Vault.Arn,
                RecoveryPointTypes = "SNAPSHOT",
                SelectionWindowDays = NewestOfDays,
            },
            Tags = args.Naming.Tags($"{name}-test"),
        }, child);

        foreach (var (key, kind) in Kinds)
            _ = new RestoreTestingSelection($"{name}-test-{key}", new RestoreTestingSelectionArgs
            {
                Region = args.Location.Region,
                Name = key,
                RestoreTestingPlanName = plan.Name,
                ProtectedResourceType = kind,
                ProtectedResourceArns = "*",
                IamRoleArn = role.Arn,
                ValidationWindowHours = ValidationHours,
            }, child);
    }

    [GeneratedRegex("^[A-Za-z0-9_]{1,50}$")]
    private static partial Regex NamePattern();
}
