namespace Infra.Policies.Cloudflare;

public sealed class OriginsAskForTheCertificate() : Rule(
    "cf-authenticated-origin-pulls",
    Rank.High,
    "A certificate that Cloudflare shows and the origin does not ask for keeps nobody out; one that it asks for and is not shown keeps everybody out.",
    "turn on both: AuthenticatedOriginPullsSettings of the zone, and mutualAuthentication of the HTTPS listener with the mode \"verify\"")
{
    public override IReadOnlyList<string> Types { get; } = [.. Balancers.Types, .. ClientCertificates.Types];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var ways = from way in Balancers.BehindTheProxy(graph)
                   let zone = graph.Resolve(way.Front, way.Front["zoneId"], CloudflareTypes.Zone).Target
                   where zone is not null
                   from listener in ClientCertificates.Doors(way.Balancer, graph)
                   select (Zone: zone, Listener: listener, way.IsCertain);
        return ways.OrderByDescending(way => way.IsCertain).DistinctBy(way => (way.Zone, way.Listener))
            .SelectMany(way => Judge(way.Zone, way.Listener, way.IsCertain, graph));
    }

    private IEnumerable<Finding> Judge(ResourceNode zone, ResourceNode listener, bool isCertain, ResourceGraph graph)
    {
        var asked = ClientCertificates.IsAsked(listener);
        var (shown, says) = ClientCertificates.IsShown(zone, graph);
        if (asked == shown && asked != Verdict.Undetermined) yield break;
        var property = "mutualAuthentication";
        yield return !isCertain || asked == Verdict.Undetermined || shown == Verdict.Undetermined
            ? Undetermined(
                listener, property, $"whether it asks for a certificate just where Cloudflare shows one for {zone.Name} is not known here", zone.Name)
            : shown == Verdict.Pass
                ? Fail(listener, property, $"{property} asks for no certificate, so the one that {says?.Name} has Cloudflare show keeps nobody out", zone.Name)
                : Fail(listener, property, $"{property} asks for a certificate, and Cloudflare shows none for {zone.Name}: no visitor gets in", zone.Name);
    }
}
