using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Cloudflare;

internal static class PhaseCases
{
    private const string Zone = "cloudflare:index/zone:Zone";
    private const string Ruleset = "cloudflare:index/ruleset:Ruleset";
    private const string Former = "cloudflare:index/rateLimit:RateLimit";
    private const string Plan = "cloudflare:index/zoneSubscription:ZoneSubscription";
    private const string Rate = "cf-rate-limit";
    private const string Managed = "cf-waf-managed-rules";

    public static IEnumerable<RuleCase> All =>
    [
        Passes(Rate, "blocks", Shop.Add(Ruleset, "rates", Limit("block"))),
        Passes(Rate, "challenges", Shop.Add(Ruleset, "rates", Limit("managed_challenge"))),
        Passes(Rate, "in a zone from elsewhere", Shop.Without("shop").Add(Ruleset, "rates", Limit("block"))),
        Passes(Rate, "a zone that only answers questions", Shop
            .Add("cloudflare:index/dnsRecord:DnsRecord", "www", """{ "zoneId": "shop", "name": "www", "type": "A", "content": "192.0.2.1", "ttl": 1 }""")),
        Passes(Rate, "of the account, for every zone", Shop.Add(Ruleset, "rates", OfAccount("true"))),
        Passes(Rate, "of the account, for this zone", Shop.Add(Ruleset, "rates", OfAccount("cf.zone.name in {\\\"shop.example\\\"}"))),
        Passes(Rate, "of the account, which executes another", Executes("block")),
        Fails(Rate, "of the account, which executes another that only counts", Executes("log"), "rules"),
        IsOpen(Rate, "of the account, which executes one from elsewhere", Executes("block").Without("custom"), "rules"),
        Passes(Rate, "the former resource", Shop.Add(Former, "rates", """{ "zoneId": "shop", "threshold": 100, "period": 60, "action": { "mode": "ban" } }""")),
        Fails(Rate, "none", Shop),
        Fails(Rate, "it only counts", Shop.Add(Ruleset, "rates", Limit("log")), "rules"),
        Fails(Rate, "it only counts in a zone from elsewhere", Shop.Without("shop").Add(Ruleset, "rates", Limit("log")), "rules"),
        Fails(Rate, "it is off", Shop.Add(Ruleset, "rates", Limit("block", """, "enabled": false"""))),
        Fails(Rate, "no rule", Shop.Add(Ruleset, "rates", """{ "zoneId": "shop", "kind": "zone", "name": "rates", "phase": "http_ratelimit" }""")),
        Fails(Rate, "of another zone", Shop.Add(Zone, "blog", """{ "name": "blog.example" }""").Add(Ruleset, "rates", Limit("block"))),
        Fails(Rate, "of the account, for another zone", Shop.Add(Ruleset, "rates", OfAccount("cf.zone.name eq \\\"blog.example\\\""))),
        Fails(Rate, "of the account, executed by nobody", Shop.Add(Ruleset, "rates",
            OfAccount("true").Replace("\"root\"", "\"custom\"", StringComparison.Ordinal))),
        Fails(Rate, "the former resource only counts",
            Shop.Add(Former, "rates", """{ "zoneId": "shop", "threshold": 100, "period": 60, "action": { "mode": "simulate" } }""")),
        IsOpen(Rate, "what it does is not known", Shop.Add(Ruleset, "rates", Limit("<unknown>")), "rules[0].action"),
        IsOpen(Rate, "whether it is on is not known", Shop.Add(Ruleset, "rates", Limit("block", """, "enabled": "<unknown>" """)), "rules[0].enabled"),
        IsOpen(Rate, "of the account, for some zones", Shop.Add(Ruleset, "rates", OfAccount("cf.zone.plan eq \\\"ENT\\\""))),
        IsOpen(Rate, "of one of two zones", Shop.Add(Zone, "blog", """{ "name": "blog.example" }""")
            .Add(Ruleset, "rates", Limit("block").Replace("\"shop\"", "\"<unknown:shop:blog>\"", StringComparison.Ordinal))),

        Passes(Managed, "executed", Shop.Add(Ruleset, "waf", Execute(""))),
        Passes(Managed, "executed, one of its rules changed", Shop.Add(Ruleset, "waf",
            Execute(""", "overrides": { "rules": [{ "id": "5de7edfa648c4d6891dc3e7f84534ffa", "enabled": false }] }"""))),
        Passes(Managed, "the Free plan", Shop),
        Passes(Managed, "the Free plan, by name", Shop.Add(Plan, "plan", """{ "zoneId": "shop", "ratePlan": { "id": "free" } }""")),
        Passes(Managed, "paid for and executed", Paid("pro").Add(Ruleset, "waf", Execute(""))),
        Passes(Managed, "a ruleset of another phase", Shop.Add(Ruleset, "rates", Limit("block"))),
        Fails(Managed, "paid for", Paid("business")),
        Fails(Managed, "it only counts", Shop.Add(Ruleset, "waf", Execute(""", "overrides": { "action": "log" }""")), "rules"),
        Fails(Managed, "its rules are off", Shop.Add(Ruleset, "waf", Execute(""", "overrides": { "enabled": false }"""))),
        Fails(Managed, "none is executed", Shop.Add(Ruleset, "waf", Execute("").Replace("\"execute\"", "\"skip\"", StringComparison.Ordinal))),
        IsOpen(Managed, "the plan is not known", Paid("<unknown>")),
        IsOpen(Managed, "what is changed is not known", Shop.Add(Ruleset, "waf", Execute(""", "overrides": "<unknown>" """))),
        IsOpen(Managed, "the rules are not known", Shop.Add(Ruleset, "waf",
            """{ "zoneId": "shop", "kind": "zone", "name": "waf", "phase": "http_request_firewall_managed", "rules": "<unknown>" }"""), "rules"),
    ];

    private static SampleProgram Shop => new SampleProgram().Add(Zone, "shop", """{ "name": "shop.example", "account": { "id": "a1" } }""");

    private static SampleProgram Paid(string plan) => Shop.Add(Plan, "plan", $$"""{ "zoneId": "shop", "ratePlan": { "id": "{{plan}}" } }""");

    private static string Limit(string action, string more = "") => """{ "zoneId": "shop", "kind": "zone", "name": "rates", "phase": "http_ratelimit","""
        + $$""" "rules": [{ "action": "{{action}}", "expression": "true", "ratelimit": { "period": 60, "requestsPerPeriod": 600 }{{more}} }] }""";

    private static string OfAccount(string expression) => """{ "accountId": "a1", "kind": "root", "name": "rates", "phase": "http_ratelimit","""
        + $$""" "rules": [{ "action": "block", "expression": "{{expression}}", "ratelimit": { "period": 60, "requestsPerPeriod": 600 } }] }""";

    private static SampleProgram Executes(string action) => Shop
        .Add(Ruleset, "rates", OfAccount("true").Replace("\"block\"", "\"execute\", \"actionParameters\": { \"id\": \"custom\" }", StringComparison.Ordinal))
        .Add(Ruleset, "custom", OfAccount("true").Replace("\"root\"", "\"custom\"", StringComparison.Ordinal)
            .Replace("\"block\"", $"\"{action}\"", StringComparison.Ordinal));

    private static string Execute(string more) => """{ "zoneId": "shop", "kind": "zone", "name": "waf", "phase": "http_request_firewall_managed","""
        + $$""" "rules": [{ "action": "execute", "expression": "true", "actionParameters": { "id": "efb7b8c949ac4650a09736fc376e9aee"{{more}} } }] }""";
}
