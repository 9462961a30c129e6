namespace Infra.Policies.Cloudflare;

public sealed class VisitorsUseModernTls() : ZoneSettingRule(
    "cf-zone-tls-minimum",
    Rank.High,
    "min_tls_version",
    "minTlsVersion",
    "The proxy speaks TLS 1.0 until it is told not to, which can be broken, and a client that offers it can be made to use it.",
    "write a ZoneSetting \"min_tls_version\" with the value \"1.2\"")
{
    public override IReadOnlyList<string> Types => [.. base.Types, .. CloudflareTypes.HostnameTlsSetting];

    protected override IEnumerable<Finding> CheckValue(ResourceNode resource, PropertyValue value) =>
        Expect(resource, value, version => version is "1.2" or "1.3", "1.2 or 1.3");

    protected override IEnumerable<Finding> CheckExceptions(ResourceGraph graph) =>
        from host in graph.OfType(CloudflareTypes.HostnameTlsSetting)
        let name = host["settingId"].IsAbsent ? host["setting"] : host["settingId"]
        from finding in Unless(host, name, setting => setting.Text != "min_tls_version", CheckValue(host, host["value"]))
        select finding;
}
