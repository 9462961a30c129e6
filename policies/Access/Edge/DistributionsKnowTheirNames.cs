namespace Infra.Policies.Edge;

public sealed class DistributionsKnowTheirNames() : Rule(
    "cdn-names-cover-records",
    Rank.High,
    "CloudFront answers a name that is not among the distribution's aliases with an error, and refuses aliases that its certificate lacks.",
    "add the name to aliases, and to the certificate")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Record, .. ResourceTypes.Distribution, .. ResourceTypes.Certificate];

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        graph.OfType(ResourceTypes.Distribution).SelectMany(distribution => Certified(distribution, graph))
            .Concat(RecordAnswer.Of(graph, ResourceTypes.Distribution).SelectMany(entry => Aliased(entry.Record, entry.Answer, graph)));

    private IEnumerable<Finding> Certified(ResourceNode distribution, ResourceGraph graph)
    {
        var certificate = ServedNames.Certificate(graph, distribution, "viewerCertificate.acmCertificateArn").Target;
        if (certificate is null || ServedNames.IsImported(certificate)) yield break;
        IReadOnlyList<PropertyValue> names = [.. ServedNames.NamesOf(certificate)];
        foreach (var alias in Firewall.PeerReader.EachOf(distribution["aliases"]))
        {
            var verdict = DnsNames.Plain(alias) is { } name ? DnsNames.Cover(names, name) : Verdict.Undetermined;
            if (verdict == Verdict.Fail) yield return Fail(distribution, alias.Path, $"{certificate.Name} is no certificate for {alias}", $"{alias}");
            else if (verdict == Verdict.Undetermined)
                yield return Undetermined(distribution, alias.Path, $"whether {certificate.Name} is for it is not known before the deployment", $"{alias}");
        }
    }

    private IEnumerable<Finding> Aliased(ResourceNode record, RecordAnswer answer, ResourceGraph graph)
    {
        if (answer.Node is not { } distribution) return [Undetermined(record, answer.Value)];
        var names = DnsNames.In(graph);
        var name = names.Of(record);
        var verdict = names.Cover([.. Firewall.PeerReader.EachOf(distribution["aliases"])], record);
        return verdict switch
        {
            Verdict.Pass => [],
            Verdict.Fail when answer.IsCertain => [Fail(record, "name", $"{name} leads to {distribution.Name}, whose aliases lack it")],
            _ => [Undetermined(record, "name", $"whether {distribution.Name} answers to this name is not known before the deployment")],
        };
    }
}
