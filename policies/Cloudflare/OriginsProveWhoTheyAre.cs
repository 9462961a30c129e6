namespace Infra.Policies.Cloudflare;

public sealed class OriginsProveWhoTheyAre() : ZoneSettingRule(
    "cf-zone-tls-strict",
    Rank.High,
    "ssl",
    "ssl",
    "Below Full (strict) the proxy asks the origin in plain text, or takes whatever certificate it is shown: who stands between them reads along.",
    "write a ZoneSetting \"ssl\" with the value \"strict\", and give the origin a certificate for its name")
{
    public override IReadOnlyList<string> Types => [.. base.Types, .. CloudflareTypes.Ruleset, .. CloudflareTypes.PageRule];

    protected override IEnumerable<Finding> CheckValue(ResourceNode resource, PropertyValue value) => Expect(resource, value, IsStrict, "strict");

    protected override IEnumerable<Finding> CheckExceptions(ResourceGraph graph) =>
    [
        .. graph.OfType(CloudflareTypes.Ruleset).SelectMany(CheckRuleset),
        .. from page in graph.OfType(CloudflareTypes.PageRule)
           let mode = page["actions"]["ssl"]
           where !mode.IsAbsent
           from finding in Unless(page, page["status"], status => status.Text == "disabled", Expect(page, mode, IsStrict, "strict"))
           select finding,
    ];

    private IEnumerable<Finding> CheckRuleset(ResourceNode ruleset)
    {
        var rules = ruleset["rules"];
        var found = rules.IsUnknown
            ? [Undetermined(ruleset, rules)]
            : from rule in rules.Items
              let mode = rule["actionParameters"]["ssl"]
              where !mode.IsAbsent
              from finding in Unless(
                  ruleset, rule["enabled"], isOn => isOn.Truth is false, Expect(ruleset, mode, IsStrict, "strict", $"{rule["expression"]}"))
              select finding;
        return Unless(ruleset, ruleset["phase"], phase => phase.Text != "http_config_settings", found);
    }

    // The last one, of the Enterprise plan, is strict and asks by TLS even where the visitor did not (Cloudflare, "Strict (SSL-Only Origin Pull)",
    // read 2026-11).
    private static bool IsStrict(string mode) => mode is "strict" or "origin_pull" or "originPull";
}
