using System.Text.RegularExpressions;

namespace Infra.Policies.Operations;

/// <summary>Which metrics of which resources are watched by an alarm.</summary>
internal sealed partial class AlarmIndex
{
    // The dimensions by which CloudWatch tells resources apart (service guides, "CloudWatch metrics", 2026-11).
    private static readonly Dictionary<string, IReadOnlyList<string>> Dimensions = new(StringComparer.Ordinal)
    {
        ["LoadBalancer"] = ResourceTypes.LoadBalancer,
        ["TargetGroup"] = ResourceTypes.TargetGroup,
        ["AutoScalingGroupName"] = ResourceTypes.AutoScalingGroup,
        ["DBInstanceIdentifier"] = [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseClusterInstance],
        ["DBClusterIdentifier"] = ResourceTypes.DatabaseCluster,
        ["CacheClusterId"] = ResourceTypes.ReplicationGroup,
        ["ReplicationGroupId"] = ResourceTypes.ReplicationGroup,
        ["QueueName"] = ResourceTypes.Queue,
        ["NatGatewayId"] = ResourceTypes.NatGateway,
        ["TableName"] = ResourceTypes.Table,
    };

    private readonly ILookup<ResourceNode, string?> _watched;
    private readonly HashSet<string> _somewhere;

    private AlarmIndex(ResourceGraph graph)
    {
        var read = Read(graph).Distinct().ToList();
        _watched = read.Where(entry => entry.Node is not null).ToLookup(entry => entry.Node!, entry => entry.Metric);
        _somewhere = [.. read.Where(entry => entry.Node is null).Select(entry => entry.Metric).OfType<string>()];
    }

    public static AlarmIndex In(ResourceGraph graph) => graph.Once(made => new AlarmIndex(made));

    /// <summary>Whether an alarm watches one of these metrics of a resource.</summary>
    public Verdict Watches(ResourceNode node, IReadOnlyList<string> metrics)
    {
        var watched = _watched[node].ToList();
        if (watched.Exists(metric => metric is not null && metrics.Contains(metric))) return Verdict.Pass;
        return watched.Contains(null) || metrics.Any(_somewhere.Contains) ? Verdict.Undetermined : Verdict.Fail;
    }

    private static IEnumerable<(ResourceNode? Node, string? Metric)> Read(ResourceGraph graph)
    {
        foreach (var alarm in graph.OfType(ResourceTypes.Alarm))
        {
            foreach (var watched in Read(graph, alarm, alarm["metricName"], alarm["dimensions"])) yield return watched;
            var queries = alarm["metricQueries"];
            if (queries.IsUnknown) foreach (var node in Sources(graph, alarm, queries)) yield return (node, null);
            foreach (var metric in queries.Items.Select(query => query.IsUnknown ? query : query["metric"]))
                foreach (var watched in metric.IsUnknown
                    ? Sources(graph, alarm, metric).Select(node => ((ResourceNode?)node, (string?)null))
                    : Read(graph, alarm, metric["metricName"], metric["dimensions"])) yield return watched;
        }
    }

    private static IEnumerable<(ResourceNode? Node, string? Metric)> Read(
        ResourceGraph graph, ResourceNode alarm, PropertyValue metric, PropertyValue dimensions)
    {
        if (metric.IsAbsent) return [];
        var nodes = dimensions.IsUnknown
            ? Sources(graph, alarm, dimensions)
            : dimensions.Members.Where(member => Dimensions.ContainsKey(member.Name))
                .SelectMany(member => Meant(graph, alarm, member.Value, Dimensions[member.Name]));
        var text = metric.IsUnknown ? null : metric.Text;

        // Of a dimension that was computed from nothing, any resource may be meant.
        var isOpen = dimensions.IsUnknown ? !nodes.Any() : dimensions.Members.Any(member => member.Value.IsUnknown && !nodes.Any());
        return isOpen ? [(null, text)] : nodes.Select(node => ((ResourceNode?)node, text));
    }

    private static IReadOnlyList<ResourceNode> Meant(ResourceGraph graph, ResourceNode alarm, PropertyValue value, IReadOnlyList<string> types)
    {
        var direct = graph.Resolve(alarm, value, types).Candidates;
        if (direct.Count > 0 || value.Text is not { } text) return direct;

        // A node of a cache is the cache's name and its number, or those of its shard and its own.
        return [.. graph.WithIdentity(NodeNumber().Replace(text, "")).Where(node => types.Contains(node.Type))];
    }

    private static IEnumerable<ResourceNode> Sources(ResourceGraph graph, ResourceNode alarm, PropertyValue value) =>
        alarm.DependenciesOf(value.Path.Split('.', '[')[0]).Select(graph.Find).OfType<ResourceNode>();

    [GeneratedRegex("(-[0-9]{4})?-[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex NodeNumber();
}
