using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Fis;
using Pulumi.Aws.Fis.Inputs;
using Pulumi.Aws.Iam;

namespace Infra.Components.Recovery;

public sealed record GameDayArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Alarms of this region, 1 to 5; when one of them rings, the experiment ends.</summary>
    public required IReadOnlyList<Input<string>> StopAlarmArns { get; init; }

    /// <summary>The zone to lose: a letter.</summary>
    public required string Zone { get; init; }

    /// <summary>The name in the program of the cluster whose clones suffer.</summary>
    public required string Clones { get; init; }

    /// <summary>Which kinds there are here that write and have a standby; the experiment ends at once if there is none of a kind that is named.</summary>
    public required DatabaseKinds FailsOver { get; init; }

    public GameDayForce Force { get; init; } = new();

    public required int LogDays { get; init; }

    /// <summary>Encrypts the log, if it is given: a key that CloudWatch Logs may use.</summary>
    public Input<string>? LogKeyArn { get; init; }
}

/// <summary>
/// Experiments that people start, by hand and on a day they chose: lose a zone, kill clones, add latency, fail over the databases.
/// Nothing here runs by itself, and each experiment ends when an alarm rings.
/// </summary>
public sealed class GameDay : ComponentResource
{
    // FIS quota L-872EC72B, which cannot be raised (read 2026-11).
    private const int MostStopConditions = 5;

    private static readonly string[] Accesses = ["EC2", "Network", "RDS", "SSM"];

    public GameDay(string name, GameDayArgs args, ComponentResourceOptions? options = null)
        : base("infra:recovery:GameDay", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var log = CreateLog(name, args, child);
        var role = CreateRole(name, args, child);
        foreach (var experiment in Experiment.Of(args))
            Create($"{name}-{experiment.Key}", experiment, args, log, role, child);
        RegisterOutputs();
    }

    private static Problems Check(string name, GameDayArgs args) => new Problems("GameDay", name)
        .Add(CloudName.Role.Check(name))
        .Unless(args.StopAlarmArns.Count is >= 1 and <= MostStopConditions,
            $"StopAlarmArns holds {args.StopAlarmArns.Count} alarms; allowed are 1 to {MostStopConditions}: nothing else ends an experiment early.")
        .Unless(args.Zone is [>= 'a' and <= 'z'], $"Zone is '{args.Zone}'; expected is a letter.")
        .Add(args.Force.Check())
        .Add(LogRetention.Check("Logs of experiments", args.LogDays));

    private static LogGroup CreateLog(string name, GameDayArgs args, CustomResourceOptions child) =>
        new(name, new LogGroupArgs
        {
            Region = args.Location.Region,
            RetentionInDays = args.LogDays,
            KmsKeyId = args.LogKeyArn,
            Tags = args.Naming.Tags(name),
        }, child);

    private static Role CreateRole(string name, GameDayArgs args, CustomResourceOptions child)
    {
        var role = new Role(name, new RoleArgs
        {
            Description = $"Lets experiments of {name} break what is tagged for them",
            AssumeRolePolicy = PolicyDocument.TrustOf("fis.amazonaws.com", new()
            {
                StringEquals = new() { ["aws:SourceAccount"] = args.Location.AccountId },
                ArnLike = new() { ["aws:SourceArn"] = args.Location.Arn("fis", "experiment/*") },
            }).ToString(),
            Tags = args.Naming.Tags(name),
        }, child);

        foreach (var access in Accesses)
            _ = new RolePolicyAttachment($"{name}-{access.ToLowerInvariant()}", new RolePolicyAttachmentArgs
            {
                Role = role.Name,
                PolicyArn = $"arn:aws:iam::aws:policy/service-role/AWSFaultInjectionSimulator{access}Access",
            }, child);

        _ = new RolePolicy($"{name}-log", new RolePolicyArgs
        {
            Role = role.Name,
            Policy = new PolicyDocument(new PolicyStatement
            {
                Sid = "DeliverLogs",
                Action = ["logs:CreateLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:PutResourcePolicy"],
                Resource = ["*"],
            }).ToString(),
        }, child);
        return role;
    }

    private static void Create(string name, Experiment experiment, GameDayArgs args, LogGroup log, Role role, CustomResourceOptions child) =>
        _ = new ExperimentTemplate(name, new ExperimentTemplateArgs
        {
            Region = args.Location.Region,
            Description = experiment.Says,
            RoleArn = role.Arn,
            StopConditions = args.StopAlarmArns
                .Select(alarm => new ExperimentTemplateStopConditionArgs { Source = "aws:cloudwatch:alarm", Value = alarm }).ToList(),
            Targets = experiment.Targets.ToList(),
            Actions = experiment.Actions.ToList(),
            // An experiment that hits nothing would prove nothing.
            ExperimentOptions = new ExperimentTemplateExperimentOptionsArgs { AccountTargeting = "single-account", EmptyTargetResolutionMode = "fail" },
            LogConfiguration = new ExperimentTemplateLogConfigurationArgs
            {
                LogSchemaVersion = 2,
                CloudwatchLogsConfiguration = new ExperimentTemplateLogConfigurationCloudwatchLogsConfigurationArgs
                {
                    LogGroupArn = log.Arn.Apply(arn => $"{arn}:*"),
                },
            },
            Tags = args.Naming.Tags(name),
        }, child);
}
