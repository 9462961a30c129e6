using Infra.Policies;
using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Cloudflare;

internal static class TokenCases
{
    private const string OfUser = "cloudflare:index/apiToken:ApiToken";
    private const string OfAccount = "cloudflare:index/accountToken:AccountToken";
    private const string One = """ "{\"com.cloudflare.api.account.zone.eb78d65290b24279ba6f44721b3ea3c4\":\"*\"}" """;
    private const string All = """ "{\"com.cloudflare.api.account.zone.*\":\"*\"}" """;
    private const string AllOfOne = """ "{\"com.cloudflare.api.account.a67e14daa5f8dceeb91fe5449ba496eb\":{\"com.cloudflare.api.account.zone.*\":\"*\"}}" """;

    public static IEnumerable<RuleCase> Each =>
    [
        .. Both("cf-api-token-expires",
            (Pass, "a day", """{ "expiresOn": "2027-01-31T00:00:00Z" }"""), (Fail, "never", """{ "name": "ci" }"""),
            (Fail, "empty", """{ "expiresOn": "" }"""), (Undetermined, "not known", """{ "expiresOn": "<unknown>" }"""),
            (Pass, "not in use", """{ "status": "disabled" }"""), (Undetermined, "perhaps not in use", """{ "status": "<unknown>" }""")),
        .. Both("cf-api-token-bound",
            (Pass, "an office", Callers("""["198.51.100.0/24", "2001:db8::/48"]""")), (Fail, "from anywhere", """{ "name": "ci" }"""),
            (Fail, "from anywhere but one", """{ "condition": { "requestIp": { "notIns": ["198.51.100.1/32"] } } }"""),
            (Fail, "nobody", Callers("[]")), (Fail, "the internet", Callers("""["0.0.0.0/0"]""")),
            (Fail, "half of it", Callers("""["198.51.100.0/24", "0.0.0.0/1"]""")), (Fail, "no network", Callers("""["office"]""")),
            (Undetermined, "not known", Callers("\"<unknown>\"")), (Undetermined, "one of them is not known", Callers("""["198.51.100.0/24", "<unknown>"]""")),
            (Pass, "not in use", """{ "status": "expired" }""")),
        .. Both("cf-api-token-scoped",
            (Pass, "one zone", Policies(One)), (Fail, "every zone", Policies(All)), (Fail, "every zone of an account", Policies(AllOfOne)),
            (Fail, "every account", Policies(All.Replace("zone.", "", StringComparison.Ordinal))),
            (Fail, "in one of two policies",
                $$"""{ "policies": [{ "effect": "allow", "resources": {{One}} }, { "effect": "allow", "resources": {{All}} }] }"""),
            (Pass, "denied", Policies(All, "deny")), (Undetermined, "perhaps denied", Policies(All, "<unknown>")),
            (Undetermined, "not known", Policies("\"<unknown>\"")), (Undetermined, "no policy is known", """{ "policies": "<unknown>" }"""),
            (Pass, "no JSON", Policies("\"zones\"")), (Pass, "not in use", Policies(All, more: """, "status": "disabled" """))),
    ];

    private static IEnumerable<RuleCase> Both(string rule, params (Verdict Expected, string Name, string Json)[] cases) =>
        Of(rule, OfUser, cases).Concat(Of(rule, OfAccount, [.. cases.Select(each => (each.Expected, $"{each.Name}, of an account", each.Json))]));

    private static string Callers(string blocks) => $$"""{ "condition": { "requestIp": { "ins": {{blocks}} } } }""";

    private static string Policies(string resources, string effect = "allow", string more = "") =>
        $$"""{ "policies": [{ "effect": "{{effect}}", "permissionGroups": [{ "id": "g1" }], "resources": {{resources}} }]{{more}} }""";
}
