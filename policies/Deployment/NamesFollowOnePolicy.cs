namespace Infra.Policies.Deployment;

public sealed class NamesFollowOnePolicy() : DeploymentRule(
    "deploy-dns-one-policy",
    Rank.High,
    ResourceTypes.Record,
    "AWS refuses records of one name and type that follow different policies, or share an identifier or a region.",
    "give all records of a name and type one routing policy, and each a setIdentifier (and, by latency, a region) of its own",
    "AWS provider and cfn-lint, 2026-11")
{
    private static readonly string[] Policies =
    [
        "cidrRoutingPolicy", "failoverRoutingPolicies", "geolocationRoutingPolicies", "geoproximityRoutingPolicy", "latencyRoutingPolicies",
        "multivalueAnswerRoutingPolicy", "weightedRoutingPolicies",
    ];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Each(
            resource, resource["weightedRoutingPolicies"], policy => Within(resource, policy["weight"], 0, 255))
        .Concat(graph.OfType(ResourceTypes.Record).Where(other => string.CompareOrdinal(other.Urn, resource.Urn) < 0)
            .SelectMany(other => Against(resource, other, graph)).Take(1));

    private IEnumerable<Finding> Against(ResourceNode record, ResourceNode other, ResourceGraph graph)
    {
        var (name, type) = (Same(record["name"], other["name"]), Same(record["type"], other["type"]));
        if (name == Verdict.Fail || type == Verdict.Fail) return [];
        Verdict[] same = [name, type, SameZone(record, other, graph)];
        var (mine, theirs) = (PolicyOf(record), PolicyOf(other));
        // Names that are not known, such as those that prove a certificate, are no reason to doubt what has no policy.
        if (same.Contains(Verdict.Fail) || (same.Contains(Verdict.Undetermined) && (mine is null || theirs is null))) return [];
        var clash = mine == theirs ? Either(Same(record["setIdentifier"], other["setIdentifier"]), SharesARegion(record, other)) : Verdict.Pass;
        if (clash == Verdict.Fail) return [];
        if (same.Append(clash).Contains(Verdict.Undetermined))
            return [Undetermined(record, "name",
                $"whether {other.Name} is of the same name, type and identifier is not known before the deployment")];
        return [Fail(record, mine == theirs ? "setIdentifier" : "name", mine == theirs
            ? $"{record["name"]} has the setIdentifier or the region of {other.Name}"
            : $"{record["name"]} follows {mine ?? "no policy"}, and {other.Name} {theirs ?? "none"}")];
    }

    // Latency knows one answer for each.
    private static Verdict SharesARegion(ResourceNode record, ResourceNode other)
    {
        var (mine, theirs) = (record["latencyRoutingPolicies"], other["latencyRoutingPolicies"]);
        if (mine.IsAbsent || theirs.IsAbsent) return Verdict.Fail;
        if (mine.FirstUnknown() is not null || theirs.FirstUnknown() is not null) return Verdict.Undetermined;
        return mine.Items.Any(one => theirs.Items.Any(two => one["region"].Text == two["region"].Text)) ? Verdict.Pass : Verdict.Fail;
    }

    private static Verdict Either(Verdict one, Verdict two) =>
        one == Verdict.Pass || two == Verdict.Pass ? Verdict.Pass : one == Verdict.Fail && two == Verdict.Fail ? Verdict.Fail : Verdict.Undetermined;

    private static Verdict SameZone(ResourceNode record, ResourceNode other, ResourceGraph graph)
    {
        var (one, two) = (graph.Resolve(record, record["zoneId"], ResourceTypes.HostedZone).Target,
            graph.Resolve(other, other["zoneId"], ResourceTypes.HostedZone).Target);
        return one is not null && two is not null ? (one == two ? Verdict.Pass : Verdict.Fail) : Same(record["zoneId"], other["zoneId"]);
    }

    private static Verdict Same(PropertyValue one, PropertyValue other) =>
        one.IsUnknown || other.IsUnknown ? Verdict.Undetermined : one.Text == other.Text ? Verdict.Pass : Verdict.Fail;

    private static string? PolicyOf(ResourceNode record) => Array.Find(Policies, policy => !record[policy].IsAbsent);
}
