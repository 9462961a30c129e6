namespace Infra.Policies.Edge;

/// <remarks>A warning everywhere: a development stack in one region has nowhere else to go.</remarks>
public sealed class FailoverHasTwoSides() : Rule(
    "dns-failover-pair",
    Rank.Medium,
    "A failover with one side, or with the same answer on both, has nowhere to go.",
    "add the record of the other side with the same zone, name and type and another answer, and check on the first side what it answers with")
{
    private const string First = "PRIMARY";
    private const string Second = "SECONDARY";

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Record, .. ResourceTypes.HealthCheck];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var records = graph.OfType(ResourceTypes.Record)
            .Where(record => record["failoverRoutingPolicies"] is { IsUnknown: true } or { IsList: true }).ToList();
        return Sides(records, First, Second, graph).Concat(Sides(records, Second, First, graph)).Concat(Answers(records, graph))
            .Concat(records.Where(record => SideOf(record).IsUnknown).Select(record => Undetermined(record, SideOf(record))));
    }

    private IEnumerable<Finding> Sides(List<ResourceNode> records, string side, string other, ResourceGraph graph)
    {
        var certain = new RecordSets(graph, records.Where(record => SideOf(record).Text == other));
        var possible = new RecordSets(graph, records.Where(record => SideOf(record).IsUnknown || SideOf(record).Text == other));
        foreach (var record in records.Where(record => SideOf(record).Text == side && certain.Hold(record) != Verdict.Pass))
            yield return possible.Hold(record) == Verdict.Fail
                ? Fail(record, SideOf(record).Path, $"it is the {side} of a failover that has no {other}")
                : Undetermined(record, SideOf(record).Path, $"whether its failover has a {other} is not known before the deployment");
    }

    private IEnumerable<Finding> Answers(List<ResourceNode> records, ResourceGraph graph)
    {
        var sets = new RecordSets(graph, []);
        foreach (var same in records.Where(record => SideOf(record).IsKnown).GroupBy(sets.KeyOf).Where(group => group.Key is not null))
        {
            var second = same.FirstOrDefault(record => SideOf(record).Text == Second);
            foreach (var first in same.Where(record => second is not null && SideOf(record).Text == First))
            {
                var (one, other) = (AnswersOf(first, graph), AnswersOf(second!, graph));
                if (one.Contains(null) || other.Contains(null))
                    yield return Undetermined(first, PathOf(first), $"whether it answers as {second!.Name} does is not known before the deployment", "answer");
                else if (one.SetEquals(other))
                    yield return Fail(first, PathOf(first), $"it answers as {second!.Name} does, to which visitors go when it is down", "answer");
                else if (Checked(first, graph) is { } target && other.Contains(target.Urn) && !one.Contains(target.Urn))
                    yield return Fail(first, "healthCheckId", $"its health check asks {target.Name}, with which {second!.Name} answers", "check");
            }
        }
    }

    // What is answered with: a resource of the program, an address or a name; null if it is not known.
    private static HashSet<string?> AnswersOf(ResourceNode record, ResourceGraph graph)
    {
        var (aliases, records) = (record["aliases"], record["records"]);
        var values = aliases.IsUnknown ? [aliases] : records.IsUnknown ? [records] : aliases.Items.Select(alias => alias["name"]).Concat(records.Items);
        return [.. values.Select(value => graph.Resolve(record, value).Target?.Urn ?? DnsNames.Plain(value))];
    }

    private static ResourceNode? Checked(ResourceNode record, ResourceGraph graph) =>
        graph.Resolve(record, record["healthCheckId"], ResourceTypes.HealthCheck).Target is { } check
            ? graph.Resolve(check, check["fqdn"], ResourceTypes.LoadBalancer).Target
            : null;

    private static string PathOf(ResourceNode record) => record["aliases"].IsAbsent ? "records" : "aliases";

    private static PropertyValue SideOf(ResourceNode record)
    {
        var policies = record["failoverRoutingPolicies"];
        return policies.IsUnknown ? policies : (policies.Items.FirstOrDefault() ?? policies)["type"];
    }
}
