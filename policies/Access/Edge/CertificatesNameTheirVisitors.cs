namespace Infra.Policies.Edge;

public sealed class CertificatesNameTheirVisitors() : Rule(
    "tls-names-cover-records",
    Rank.High,
    "A browser that was sent to a load balancer by a name that is not in its certificate shows a warning in place of the page.",
    "add the name to subjectAlternativeNames, or a ListenerCertificate with a certificate for it")
{
    public override IReadOnlyList<string> Types { get; } =
        [.. ResourceTypes.Record, .. ResourceTypes.LoadBalancer, .. ResourceTypes.Listener, .. ResourceTypes.ListenerCertificate, .. ResourceTypes.Certificate];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var served = new Dictionary<ResourceNode, ServedNames?>();
        foreach (var (record, answer) in RecordAnswer.Of(graph, ResourceTypes.LoadBalancer))
        {
            if (answer.Node is not { } balancer)
            {
                yield return Undetermined(record, answer.Value);
                continue;
            }

            if (!served.TryGetValue(balancer, out var names)) served[balancer] = names = ServedNames.Of(graph, balancer);
            if (names is { } known && Check(record, balancer, known, answer.IsCertain, DnsNames.In(graph)) is { } finding) yield return finding;
        }
    }

    private Finding? Check(ResourceNode record, ResourceNode balancer, ServedNames served, bool isCertain, DnsNames names)
    {
        if (names.Of(record) is not { } name) return Undetermined(record, record["name"]);
        return names.Cover(served.Names, record) switch
        {
            Verdict.Pass => null,
            Verdict.Fail when served.IsWhole && isCertain => Fail(record, "name", $"{name} leads to {balancer.Name}, which has no certificate for it"),
            _ => Undetermined(record, "name", $"whether {balancer.Name} has a certificate for {name} is not known before the deployment"),
        };
    }
}
