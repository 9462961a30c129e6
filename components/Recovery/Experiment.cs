using System.Globalization;
using System.Text.Json;
using Pulumi;
using Pulumi.Aws.Fis.Inputs;

namespace Infra.Components.Recovery;

/// <summary>One experiment of a game day. Names of actions, targets and parameters: FIS actions reference, read 2026-11.</summary>
/// <param name="Key">Names the template; frozen.</param>
/// <param name="Says">What happens.</param>
/// <param name="Targets">What it happens to.</param>
/// <param name="Actions">All of them begin at once.</param>
internal sealed record Experiment(
    string Key, string Says, IReadOnlyList<ExperimentTemplateTargetArgs> Targets, IReadOnlyList<ExperimentTemplateActionArgs> Actions)
{
    public static IEnumerable<Experiment> Of(GameDayArgs args)
    {
        yield return LoseZone(args);
        yield return KillClones(args);
        yield return AddLatency(args);
        if (args.FailsOver is not DatabaseKinds.None) yield return FailOverDatabases(args);
    }

    private static Experiment LoseZone(GameDayArgs args)
    {
        var zone = args.Location.Zone(args.Zone);
        var subnets = Tagged("subnets", "aws:ec2:subnet", "ALL", PlatformTags(args));
        subnets.Parameters = new InputMap<string> { ["availabilityZoneIdentifier"] = zone };
        return new("lose-zone", $"No subnet of {zone} reaches anything for {args.Force.Minutes} minutes", [subnets],
            [Act("disrupt", "aws:network:disrupt-connectivity", "Subnets", "subnets", ("duration", Duration(args)), ("scope", "all"))]);
    }

    private static Experiment KillClones(GameDayArgs args) => new(
        "kill-clones", $"{args.Force.KillPercent} % of the clones of {args.Clones} are terminated",
        [Running(args, string.Create(CultureInfo.InvariantCulture, $"PERCENT({args.Force.KillPercent})"))],
        [Act("terminate", "aws:ec2:terminate-instances", "Instances", "clones")]);

    private static Experiment AddLatency(GameDayArgs args)
    {
        var told = JsonSerializer.Serialize(new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["DelayMilliseconds"] = args.Force.LatencyMilliseconds.ToString(CultureInfo.InvariantCulture),
            ["DurationSeconds"] = (args.Force.Minutes * 60).ToString(CultureInfo.InvariantCulture),
            ["InstallDependencies"] = "True",
            ["Interface"] = args.Force.NetworkInterface,
        });
        return new(
            "add-latency", $"What clones of {args.Clones} send is {args.Force.LatencyMilliseconds} milliseconds late for {args.Force.Minutes} minutes",
            [Running(args, "ALL")],
            [
                Act("delay", "aws:ssm:send-command", "Instances", "clones",
                    ("documentArn", $"arn:aws:ssm:{args.Location.Region}::document/AWSFIS-Run-Network-Latency"),
                    ("documentParameters", told),
                    ("duration", Duration(args))),
            ]);
    }

    // What is tagged for backups is what writes: replicas are not. FIS ends an experiment of which one target is empty, so none may be there in vain.
    private static Experiment FailOverDatabases(GameDayArgs args)
    {
        List<ExperimentTemplateTargetArgs> targets = [];
        List<ExperimentTemplateActionArgs> actions = [];
        if (args.FailsOver.HasFlag(DatabaseKinds.Clusters))
        {
            targets.Add(Tagged("clusters", "aws:rds:cluster", "ALL", [.. PlatformTags(args), (Naming.BackupTag, "yes")]));
            actions.Add(Act("fail-over", "aws:rds:failover-db-cluster", "Clusters", "clusters"));
        }

        if (args.FailsOver.HasFlag(DatabaseKinds.Instances))
        {
            targets.Add(Tagged("databases", "aws:rds:db", "ALL", [.. PlatformTags(args), (Naming.BackupTag, "yes")]));
            actions.Add(Act("reboot", "aws:rds:reboot-db-instances", "DBInstances", "databases", ("forceFailover", "true")));
        }

        return new("fail-over-databases", "Every database that writes here hands over to its standby", targets, actions);
    }

    private static (string Key, string Value)[] PlatformTags(GameDayArgs args) =>
        [("Environment", args.Naming.Environment), ("Product", args.Naming.Product)];

    private static ExperimentTemplateTargetArgs Running(GameDayArgs args, string selection)
    {
        var clones = Tagged("clones", "aws:ec2:instance", selection, [.. PlatformTags(args), ("Name", args.Naming.For(args.Clones))]);
        clones.Filters = new ExperimentTemplateTargetFilterArgs { Path = "State.Name", Values = "running" };
        return clones;
    }

    private static ExperimentTemplateTargetArgs Tagged(string name, string type, string selection, (string Key, string Value)[] tags) => new()
    {
        Name = name,
        ResourceType = type,
        SelectionMode = selection,
        ResourceTags = tags.Select(tag => new ExperimentTemplateTargetResourceTagArgs { Key = tag.Key, Value = tag.Value }).ToList(),
    };

    private static ExperimentTemplateActionArgs Act(
        string name, string action, string targetKey, string target, params IReadOnlyList<(string Key, string Value)> parameters)
    {
        var act = new ExperimentTemplateActionArgs
        {
            Name = name,
            ActionId = action,
            Target = new ExperimentTemplateActionTargetArgs { Key = targetKey, Value = target },
        };
        if (parameters.Count > 0)
            act.Parameters = parameters
                .Select(parameter => new ExperimentTemplateActionParameterArgs { Key = parameter.Key, Value = parameter.Value })
                .ToList();
        return act;
    }

    private static string Duration(GameDayArgs args) => string.Create(CultureInfo.InvariantCulture, $"PT{args.Force.Minutes}M");
}
