namespace Infra.Policies.Edge;

public sealed class VisitsAreLogged() : ResourceRule(
    "cdn-access-logs",
    Rank.Medium,
    ResourceTypes.Distribution,
    "What the edge answers by itself is in no log of the application, attacks among it.",
    "add a LogDeliverySource of type ACCESS_LOGS for the distribution with a LogDelivery, or set loggingConfig",
    "CloudFront.5", "CKV_AWS_86", "AVD-AWS-0010", "AwsSolutions-CFR3")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Distribution, .. ResourceTypes.LogDeliverySource, .. ResourceTypes.LogDelivery];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var legacy = resource["loggingConfig"];
        if (!legacy.IsUnknown && !legacy["bucket"].IsAbsent) return [];
        var sources = graph.PointingTo(resource, ResourceTypes.Distribution, ResourceTypes.LogDeliverySource, "resourceArn")
            .Select(source => Delivers(source, resource, graph)).ToList();
        if (sources.Contains(Verdict.Pass)) return [];
        if (legacy.IsUnknown) return [Undetermined(resource, legacy)];
        return sources.Contains(Verdict.Undetermined)
            ? [Undetermined(resource, legacy.Path, "whether its visits are logged is not known before the deployment")]
            : [Fail(resource, legacy.Path, "nothing logs its visits")];
    }

    private static Verdict Delivers(ResourceNode source, ResourceNode distribution, ResourceGraph graph)
    {
        var kind = source["logType"];
        var deliveries = graph.PointingTo(source, ResourceTypes.LogDeliverySource, ResourceTypes.LogDelivery, "deliverySourceName").ToList();
        if (deliveries.Count == 0 || (kind.IsKnown && kind.Text != "ACCESS_LOGS")) return Verdict.Fail;
        return kind.IsKnown
            && graph.Resolve(source, source["resourceArn"], ResourceTypes.Distribution).Target == distribution
            && deliveries.Exists(delivery => graph.Resolve(delivery, delivery["deliverySourceName"], ResourceTypes.LogDeliverySource).Target == source)
                ? Verdict.Pass
                : Verdict.Undetermined;
    }
}
