namespace Infra.Policies.Operations;

public sealed class AlarmsWatchSomething() : ResourceRule(
    "orphan-alarm",
    Rank.Medium,
    ResourceTypes.Alarm,
    "An alarm on a resource that does not exist is silent for ever, and looks like one that has nothing to say.",
    "name in the dimension a resource of the program, or remove the alarm")
{
    // The metrics of each service whose dimensions name one of these (the names that AlarmIndex knows).
    private static readonly Dictionary<(string Namespace, string Dimension), IReadOnlyList<string>> Named = new()
    {
        [("AWS/ApplicationELB", "LoadBalancer")] = ResourceTypes.LoadBalancer,
        [("AWS/ApplicationELB", "TargetGroup")] = ResourceTypes.TargetGroup,
        [("AWS/NetworkELB", "LoadBalancer")] = ResourceTypes.LoadBalancer,
        [("AWS/NetworkELB", "TargetGroup")] = ResourceTypes.TargetGroup,
        [("AWS/EC2", "AutoScalingGroupName")] = ResourceTypes.AutoScalingGroup,
        [("AWS/AutoScaling", "AutoScalingGroupName")] = ResourceTypes.AutoScalingGroup,
        [("AWS/RDS", "DBInstanceIdentifier")] = [.. ResourceTypes.DatabaseInstance, .. ResourceTypes.DatabaseClusterInstance],
        [("AWS/RDS", "DBClusterIdentifier")] = ResourceTypes.DatabaseCluster,
        [("AWS/SQS", "QueueName")] = ResourceTypes.Queue,
        [("AWS/SNS", "TopicName")] = ResourceTypes.Topic,
        [("AWS/NATGateway", "NatGatewayId")] = ResourceTypes.NatGateway,
        [("AWS/DynamoDB", "TableName")] = ResourceTypes.Table,
    };

    private static readonly string[] Names = ["name", "identifier", "clusterIdentifier", "arnSuffix", "id"];

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Alarm, .. Named.Values.SelectMany(types => types).Distinct()];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var queries = resource["metricQueries"];
        return Check(resource, graph, resource["namespace"], resource["dimensions"])
            .Concat(queries.Items.Select(query => query["metric"]).SelectMany(metric => Check(resource, graph, metric["namespace"], metric["dimensions"])))
            .Concat(Doubt(resource, queries));
    }

    private IEnumerable<Finding> Check(ResourceNode alarm, ResourceGraph graph, PropertyValue source, PropertyValue dimensions)
    {
        if (!source.IsUnknown && !Named.Keys.Any(key => key.Namespace == source.Text)) return [];
        return Doubt(alarm, dimensions).Concat(dimensions.Members.SelectMany(member => Check(alarm, graph, source, member.Name, member.Value)));
    }

    private IEnumerable<Finding> Check(ResourceNode alarm, ResourceGraph graph, PropertyValue source, string dimension, PropertyValue value)
    {
        var types = source.IsUnknown
            ? [.. Named.Where(entry => entry.Key.Dimension == dimension).SelectMany(entry => entry.Value).Distinct()]
            : Named.GetValueOrDefault((source.Text ?? "", dimension)) ?? [];
        if (types.Count == 0) return [];
        if (value.Text is not { } text) return Doubt(alarm, value);
        if (graph.Resolve(alarm, value, types).Candidates.Count > 0) return [];
        var open = source.IsUnknown ? source.Path : graph.OfType(types).Any(HasUnknownName) ? value.Path : null;
        return [open is null
            ? Fail(alarm, value.Path, $"{value.Path} is {text}, and the program makes no such {types[0].Split(':')[^1]}", dimension)
            : Undetermined(alarm, open, $"whether {text} is a resource of the program is not known before the deployment", dimension)];
    }

    // What is computed from a resource names one that is there.
    private IEnumerable<Finding> Doubt(ResourceNode alarm, PropertyValue value) =>
        value.IsUnknown && alarm.DependenciesOf(value.Path.Split('.', '[')[0]).Count == 0 ? [Undetermined(alarm, value)] : [];

    private static bool HasUnknownName(ResourceNode node) => Array.Exists(Names, name => node.Properties[name].IsUnknown);
}
