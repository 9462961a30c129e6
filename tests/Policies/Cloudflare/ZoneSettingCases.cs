using Infra.Policies;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Cloudflare;

internal static class ZoneSettingCases
{
    private const string Zone = "cloudflare:index/zone:Zone";
    private const string Setting = "cloudflare:index/zoneSetting:ZoneSetting";
    private const string Former = "cloudflare:index/zoneSettingsOverride:ZoneSettingsOverride";
    private const string Record = "cloudflare:index/dnsRecord:DnsRecord";
    private const string Ruleset = "cloudflare:index/ruleset:Ruleset";
    private const string PageRule = "cloudflare:index/pageRule:PageRule";
    private const string Host = "cloudflare:index/hostnameTlsSetting:HostnameTlsSetting";

    private const string Mode = "cf-zone-tls-strict";
    private const string Minimum = "cf-zone-tls-minimum";
    private const string Https = "cf-zone-https-only";
    private const string Hsts = "cf-zone-hsts";
    private const string Signed = "cf-dnssec";

    public static IEnumerable<RuleCase> All =>
    [
        .. OfValue(Mode, "ssl", [("\"strict\"", Verdict.Pass), ("\"origin_pull\"", Verdict.Pass), ("\"full\"", Verdict.Fail),
            ("\"flexible\"", Verdict.Fail), ("\"off\"", Verdict.Fail), ("\"<unknown>\"", Verdict.Undetermined)]),
        .. OfValue(Minimum, "min_tls_version", [("\"1.2\"", Verdict.Pass), ("1.3", Verdict.Pass), ("\"1.0\"", Verdict.Fail), ("1.1", Verdict.Fail),
            ("\"<unknown>\"", Verdict.Undetermined)]),
        .. OfValue(Https, "always_use_https", [("\"on\"", Verdict.Pass), ("\"off\"", Verdict.Fail), ("\"<unknown>\"", Verdict.Undetermined)]),
        .. OfValue(Hsts, "security_header",
        [
            ("""{ "strict_transport_security": { "enabled": true, "max_age": 15552000 } }""", Verdict.Pass),
            ("""{ "strictTransportSecurity": { "enabled": true } }""", Verdict.Pass),
            (""" "{\"strict_transport_security\": {\"enabled\": true}}" """, Verdict.Pass),
            ("""{ "strict_transport_security": { "enabled": true, "max_age": 0 } }""", Verdict.Fail),
            ("""{ "strict_transport_security": { "enabled": false, "max_age": 15552000 } }""", Verdict.Fail),
            ("""{ "strict_transport_security": { "nosniff": true } }""", Verdict.Fail),
            ("\"on\"", Verdict.Fail),
            ("""{ "strict_transport_security": { "enabled": "<unknown>" } }""", Verdict.Undetermined),
            ("\"<unknown>\"", Verdict.Undetermined),
        ]),

        .. OfFormer(Mode, "ssl", "\"strict\"", "\"flexible\""),
        .. OfFormer(Minimum, "minTlsVersion", "\"1.2\"", "\"1.0\""),
        .. OfFormer(Https, "alwaysUseHttps", "\"on\"", "\"off\""),
        .. OfFormer(Hsts, "securityHeader", """{ "enabled": true, "maxAge": 31536000 }""", """{ "enabled": false }"""),

        .. new[] { (Mode, "ssl"), (Minimum, "min_tls_version"), (Https, "always_use_https"), (Hsts, "security_header") }
            .SelectMany(each => OfZones(each.Item1, each.Item2)),

        Passes(Mode, "a rule that leaves it alone", Written("ssl", "\"strict\"").Add(Ruleset, "configuration", Configuration("\"strict\""))),
        Passes(Mode, "an exception that is off",
            Written("ssl", "\"strict\"").Add(Ruleset, "configuration", Configuration("\"flexible\"", """, "enabled": false"""))),
        Fails(Mode, "an exception", Written("ssl", "\"strict\"").Add(Ruleset, "configuration", Configuration("\"flexible\"")),
            "rules[0].actionParameters.ssl"),
        Fails(Mode, "an exception by a page rule", Written("ssl", "\"strict\"").Add(PageRule, "old",
            """{ "zoneId": "shop", "target": "old.shop.example/*", "actions": { "ssl": "full" } }"""), "actions.ssl"),
        Passes(Mode, "a page rule that is off", Written("ssl", "\"strict\"").Add(PageRule, "old",
            """{ "zoneId": "shop", "status": "disabled", "target": "old.shop.example/*", "actions": { "ssl": "full" } }""")),
        IsOpen(Mode, "an exception that is not known", Written("ssl", "\"strict\"").Add(Ruleset, "configuration", Configuration("\"<unknown>\""))),

        Fails(Minimum, "one name's own", Written("min_tls_version", "\"1.2\"").Add(Host, "old",
            """{ "zoneId": "shop", "hostname": "old.shop.example", "settingId": "min_tls_version", "value": "1.0" }"""), "value"),
        Passes(Minimum, "another setting of one name", Written("min_tls_version", "\"1.2\"").Add(Host, "http",
            """{ "zoneId": "shop", "hostname": "old.shop.example", "settingId": "http2", "value": "off" }""")),

        Passes(Https, "by a redirect", new SampleProgram().Add(Zone, "shop", Named).Add(Ruleset, "redirects", Redirects("not ssl"))),
        Passes(Https, "by a redirect of what begins so",
            new SampleProgram().Add(Zone, "shop", Named).Add(Ruleset, "redirects", Redirects("http.request.full_uri wildcard r\\\"http://*\\\""))),
        Fails(Https, "another redirect",
            new SampleProgram().Add(Zone, "shop", Named).Add(Ruleset, "redirects", Redirects("http.host eq \\\"old.shop.example\\\""))),
        Fails(Https, "a redirect of another phase", new SampleProgram().Add(Zone, "shop", Named)
            .Add(Ruleset, "redirects", Redirects("not ssl").Replace("dynamic_redirect", "redirect", StringComparison.Ordinal))),
        IsOpen(Https, "by a redirect that is not known", new SampleProgram().Add(Zone, "shop", Named).Add(Ruleset, "redirects", Redirects("<unknown>"))),
        Passes(Https, "by a page rule", new SampleProgram().Add(Zone, "shop", Named)
            .Add(PageRule, "https", """{ "zoneId": "shop", "target": "http://*shop.example/*", "actions": { "alwaysUseHttps": true } }""")),

        Passes(Hsts, "by a header of a rule", new SampleProgram().Add(Zone, "shop", Named).Add(Ruleset, "headers", Headers("Strict-Transport-Security"))),
        Fails(Hsts, "another header", new SampleProgram().Add(Zone, "shop", Named).Add(Ruleset, "headers", Headers("X-Frame-Options"))),
        Fails(Hsts, "the header is taken away", new SampleProgram().Add(Zone, "shop", Named)
            .Add(Ruleset, "headers", Headers("Strict-Transport-Security").Replace("\"set\"", "\"remove\"", StringComparison.Ordinal))),

        Passes(Signed, "signed", Signing(""", "status": "active" """)),
        Fails(Signed, "unsigned", new SampleProgram().Add(Zone, "shop", Named)),
        Fails(Signed, "taken back", Signing(""", "status": "disabled" """)),
        Fails(Signed, "another zone is", Signing(""", "status": "active" """).Add(Zone, "blog", """{ "name": "blog.example" }""")),
        IsOpen(Signed, "nothing is said", Signing(""), "status"),
        IsOpen(Signed, "not known", Signing(""", "status": "<unknown>" """), "status"),
        Passes(Signed, "answered elsewhere", new SampleProgram().Add(Zone, "shop", """{ "name": "shop.example", "type": "partial" }""")),
    ];

    private const string Named = """{ "name": "shop.example", "account": { "id": "a1" } }""";

    private static SampleProgram Written(string setting, string value) => new SampleProgram().Add(Zone, "shop", Named)
        .Add(Setting, setting, $$"""{ "zoneId": "shop", "settingId": "{{setting}}", "value": {{value}} }""");

    private static IEnumerable<RuleCase> OfValue(string rule, string setting, (string Value, Verdict Expected)[] cases) => cases.SelectMany(each =>
        new RuleCase[]
        {
            new(rule, each.Expected, $"{each.Value}", Written(setting, each.Value)),
            new(rule, each.Expected, $"{each.Value} in a zone from elsewhere", Written(setting, each.Value).Without("shop")),
        });

    private static IEnumerable<RuleCase> OfFormer(string rule, string setting, string good, string bad)
    {
        yield return Passes(rule, "among all settings", All(good));
        yield return Fails(rule, "wrong among all settings", All(bad));
        yield return Fails(rule, "not among all settings", new SampleProgram().Add(Zone, "shop", Named)
            .Add(Former, "settings", """{ "zoneId": "shop", "settings": { "brotli": "on" } }"""));
        yield return IsOpen(rule, "all settings are not known", new SampleProgram().Add(Zone, "shop", Named)
            .Add(Former, "settings", """{ "zoneId": "shop", "settings": "<unknown>" }"""));

        SampleProgram All(string value) => new SampleProgram().Add(Zone, "shop", Named)
            .Add(Former, "settings", $$"""{ "zoneId": "shop", "settings": { "{{setting}}": {{value}} } }""");
    }

    private static IEnumerable<RuleCase> OfZones(string rule, string setting)
    {
        const string Plain = """{ "zoneId": "shop", "name": "www", "type": "A", "content": "192.0.2.1", "ttl": 1""";
        var zone = new Func<SampleProgram>(() => new SampleProgram().Add(Zone, "shop", Named));
        yield return Fails(rule, "a zone and nothing else", zone());
        yield return Fails(rule, "a zone with a proxied name", zone().Add(Record, "www", Plain + """, "proxied": true }"""));
        yield return Fails(rule, "a zone with a former kind of record",
            zone().Add("cloudflare:index/record:Record", "www", Plain + """, "proxied": true }"""));
        yield return Fails(rule, "a zone with a worker", zone().Add(Record, "mail", Plain + " }")
            .Add("cloudflare:index/workersRoute:WorkersRoute", "front", """{ "zoneId": "shop", "pattern": "shop.example/*", "script": "front" }"""));
        yield return Fails(rule, "another zone's setting", zone().Add(Setting, "other",
            $$"""{ "zoneId": "023e105f4ecef8ad9ca31a8372d0c353", "settingId": "{{setting}}", "value": "<unknown>" }""").Without("other"));
        yield return Passes(rule, "a zone that only answers questions", zone().Add(Record, "www", Plain + """, "proxied": false }""")
            .Add(Record, "mail", """{ "zoneId": "shop", "name": "@", "type": "MX", "content": "mail.example", "priority": 1, "ttl": 1 }"""));
        yield return Passes(rule, "a zone that is paused", new SampleProgram().Add(Zone, "shop", """{ "name": "shop.example", "paused": true }"""));
        yield return Passes(rule, "a zone within", new SampleProgram().Add(Zone, "shop", """{ "name": "shop.internal", "type": "internal" }"""));
        yield return Passes(rule, "no zone of the program's", new SampleProgram()
            .Add(Record, "www", """{ "zoneId": "023e105f4ecef8ad9ca31a8372d0c353", "name": "www", "type": "A", "proxied": true, "ttl": 1 }"""));
        yield return IsOpen(rule, "whether a name is proxied is not known", zone().Add(Record, "www", Plain + """, "proxied": "<unknown>" }"""), "proxied");
        yield return IsOpen(rule, "the setting of one of two zones", zone().Add(Zone, "blog", """{ "name": "blog.example" }""")
            .Add(Setting, "it", $$"""{ "zoneId": "<unknown:shop:blog>", "settingId": "{{setting}}", "value": "<unknown>" }"""));
        yield return IsOpen(rule, "which setting is not known", zone()
            .Add(Setting, "it", """{ "zoneId": "shop", "settingId": "<unknown>", "value": "strict" }"""));
    }

    private static string Configuration(string mode, string more = "") => """{ "zoneId": "shop", "kind": "zone", "name": "configuration","""
        + """ "phase": "http_config_settings", "rules": [{ "action": "set_config", "expression": "true","""
        + $$""" "actionParameters": { "ssl": {{mode}} }{{more}} }] }""";

    private static string Redirects(string expression) => """{ "zoneId": "shop", "kind": "zone", "name": "redirects","""
        + $$""" "phase": "http_request_dynamic_redirect", "rules": [{ "action": "redirect", "expression": "{{expression}}" }] }""";

    private static string Headers(string name) => """{ "zoneId": "shop", "kind": "zone", "name": "headers", "phase": "http_response_headers_transform","""
        + """ "rules": [{ "action": "rewrite", "expression": "true", "actionParameters":"""
        + $$""" { "headers": { "{{name}}": { "operation": "set", "value": "max-age=1" } } } }] }""";

    private static SampleProgram Signing(string status) => new SampleProgram().Add(Zone, "shop", Named)
        .Add("cloudflare:index/zoneDnssec:ZoneDnssec", "signing", $$"""{ "zoneId": "shop"{{status}} }""");
}
