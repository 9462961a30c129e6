using Infra.Policies.Data;
using Infra.Policies.Messaging;

namespace Infra.Policies.Operations;

public sealed class WhatFailsIsWatched() : Rule(
    "alarm-coverage",
    Rank.Medium,
    "What no alarm watches is reported by customers.",
    "add a MetricAlarm on one of the metrics that the finding names")
{
    private static readonly Watch[] Table =
    [
        new(ResourceTypes.LoadBalancer, "failed requests", ["HTTPCode_ELB_5XX_Count", "HTTPCode_Target_5XX_Count"],
            node => node["loadBalancerType"], type => type is null or "application"),
        new(ResourceTypes.TargetGroup, "machines that are well", ["UnHealthyHostCount", "HealthyHostCount"],
            node => node["targetType"], type => type != "lambda"),
        new(ResourceTypes.DatabaseCluster, "load", ["CPUUtilization", "FreeableMemory", "DatabaseConnections", "VolumeBytesUsed"],
            node => node["engine"], _ => true),
        new(ResourceTypes.ReplicationGroup, "memory", ["DatabaseMemoryUsagePercentage", "Evictions", "FreeableMemory"], node => node["engine"], _ => true),
        new(ResourceTypes.NatGateway, "dropped connections", ["ErrorPortAllocation", "PacketsDropCount"],
            node => node["connectivityType"], type => type != "private"),
    ];

    private static readonly string[] Storage = ["FreeStorageSpace"];
    private static readonly string[] Lag = ["ReplicaLag"];
    private static readonly string[] Backlog = ["ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible"];

    public override IReadOnlyList<string> Types { get; } =
    [
        .. Table.SelectMany(watch => watch.Types), .. ResourceTypes.DatabaseInstance, .. ResourceTypes.Queue, .. ResourceTypes.RedrivePolicy,
        .. ResourceTypes.Alarm,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var deadLetters = QueueChains.Of(graph).Known.Select(link => link.Target!).ToHashSet();
        return Table.SelectMany(watch => graph.OfType(watch.Types).SelectMany(node => Check(graph, node, watch)))
            .Concat(graph.OfType(ResourceTypes.DatabaseInstance)
                .SelectMany(node => DatabaseReplica.IsOne(node) ? Check(graph, node, "lag", Lag) : Check(graph, node, "storage", Storage)))
            .Concat(graph.OfType(ResourceTypes.Queue).Where(queue => !deadLetters.Contains(queue))
                .SelectMany(queue => Check(graph, queue, "backlog", Backlog)));
    }

    private IEnumerable<Finding> Check(ResourceGraph graph, ResourceNode node, Watch watch)
    {
        var kind = watch.Kind(node);
        if (!kind.IsUnknown) return watch.Applies(kind.Text) ? Check(graph, node, watch.What, watch.Metrics) : [];
        return Check(graph, node, watch.What, watch.Metrics).Any() ? [Undetermined(node, kind)] : [];
    }

    private IEnumerable<Finding> Check(ResourceGraph graph, ResourceNode node, string what, IReadOnlyList<string> metrics)
    {
        var verdict = AlarmIndex.In(graph).Watches(node, metrics);
        var name = node["identifier"].IsUnknown ? node["identifier"] : node["name"];
        if (verdict == Verdict.Fail && name.IsUnknown) verdict = Verdict.Undetermined;
        if (verdict == Verdict.Fail) yield return Fail(node, null, $"no alarm watches its {what} ({string.Join(" or ", metrics)})", what);
        else if (verdict == Verdict.Undetermined)
            yield return Undetermined(node, name.Path, $"whether an alarm watches its {what} is not known before the deployment", what);
    }

    private sealed record Watch(
        IReadOnlyList<string> Types, string What, IReadOnlyList<string> Metrics, Func<ResourceNode, PropertyValue> Kind, Func<string?, bool> Applies);
}
