namespace Infra.Policies.Cloudflare;

/// <summary>Authenticated origin pulls: Cloudflare shows a certificate to the origin, and a balancer of AWS may ask for it (mutual TLS).</summary>
internal static class ClientCertificates
{
    public static IReadOnlyList<string> Types { get; } =
    [
        .. ResourceTypes.LoadBalancer, .. ResourceTypes.Listener, .. CloudflareTypes.Zone, .. CloudflareTypes.ZoneSetting, .. CloudflareTypes.ZoneSettings,
        .. CloudflareTypes.ZonePulls, .. CloudflareTypes.HostnamePulls,
    ];

    /// <summary>The listeners at which Cloudflare asks a balancer for HTTPS, or may do so.</summary>
    public static IReadOnlyList<ResourceNode> Doors(ResourceNode balancer, ResourceGraph graph) =>
    [
        .. graph.PointingTo(balancer, ResourceTypes.LoadBalancer, ResourceTypes.Listener, "loadBalancerArn")
            .Where(listener => listener["protocol"] is { IsUnknown: true } or { Text: "HTTPS" }
                && listener["port"] is { IsUnknown: true } or { IsAbsent: true } or { Number: 443 }),
    ];

    /// <summary>Whether a listener asks for a certificate, or passes it on to who does.</summary>
    public static Verdict IsAsked(ResourceNode listener)
    {
        var mode = listener["mutualAuthentication"]["mode"];
        return mode.IsUnknown || listener["protocol"].IsUnknown || listener["port"].IsUnknown ? Verdict.Undetermined
            : mode.Text is "verify" or "passthrough" ? Verdict.Pass
            : Verdict.Fail;
    }

    /// <summary>Whether Cloudflare shows one to the origins of a zone: for all of Cloudflare, for the zone, or for single names.</summary>
    /// <returns>What says so, where something does.</returns>
    public static (Verdict Verdict, ResourceNode? Says) IsShown(ResourceNode zone, ResourceGraph graph)
    {
        (ResourceNode Node, Verdict Verdict)[] said =
        [
            .. Of(CloudflareTypes.ZoneSetting).Select(setting => (setting, setting["settingId"] switch
            {
                { IsUnknown: true } => Verdict.Undetermined,
                { Text: "tls_client_auth" } => IsOn(setting["value"]),
                _ => Verdict.Fail,
            })),
            .. Of(CloudflareTypes.ZoneSettings).Select(settings => (settings, IsOn(settings["settings"]["tlsClientAuth"]))),
            .. Of(CloudflareTypes.ZonePulls).Select(pulls => (pulls, IsOn(pulls["enabled"]))),
            .. Of(CloudflareTypes.HostnamePulls).Select(pulls => (pulls, Verdicts.Any(
                [IsOn(pulls["enabled"]), pulls["configs"].IsUnknown ? Verdict.Undetermined : Verdict.Fail,
                    .. pulls["configs"].Items.Select(config => IsOn(config["enabled"]))]))),
        ];
        var verdict = Verdicts.Any([.. said.Select(each => each.Verdict)]);
        return (verdict, verdict == Verdict.Fail ? null : Array.Find(said, each => each.Verdict == verdict).Node);

        IEnumerable<ResourceNode> Of(IReadOnlyList<string> types) => graph.PointingTo(zone, CloudflareTypes.Zone, types, "zoneId");
    }

    private static Verdict IsOn(PropertyValue value) =>
        value.IsUnknown ? Verdict.Undetermined : value.Truth is true || value.Text == "on" ? Verdict.Pass : Verdict.Fail;
}
