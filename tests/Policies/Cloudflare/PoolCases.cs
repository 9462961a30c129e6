using static Infra.Policies.Verdict;
using static Infra.Tests.Policies.RuleCase;

namespace Infra.Tests.Policies.Cloudflare;

internal static class PoolCases
{
    private const string Pool = "cloudflare:index/loadBalancerPool:LoadBalancerPool";
    private const string Balancer = "cloudflare:index/loadBalancer:LoadBalancer";
    private const string Spare = "cf-lb-spare-origin";
    private const string On = """{ "name": "a", "address": "192.0.2.1" }""";
    private const string Off = """{ "name": "b", "address": "192.0.2.2", "enabled": false }""";

    public static IEnumerable<RuleCase> All =>
    [
        .. RuleCase.Of("cf-lb-pool-monitored", Pool,
            (Pass, "a monitor", """{ "monitor": "m1" }"""), (Pass, "a group of them", """{ "monitorGroup": "g1" }"""),
            (Fail, "none", """{ "name": "eu" }"""), (Fail, "an empty one", """{ "monitor": "" }"""), (Pass, "off", """{ "enabled": false }"""),
            (Undetermined, "perhaps off", """{ "enabled": "<unknown>" }"""), (Undetermined, "not known", """{ "monitor": "<unknown>" }""")),
        Passes("cf-lb-pool-monitored", "a monitor that the program makes", new SampleProgram().Add(Pool, "eu", """{ "monitor": "<unknown:page>" }""")
            .Add("cloudflare:index/loadBalancerMonitor:LoadBalancerMonitor", "page", """{ "type": "https" }""")),

        Passes(Spare, "two origins", Of(One, Origins(On, On))),
        Passes(Spare, "two pools", Of("""{ "defaultPools": ["eu", "us"], "fallbackPool": "us" }""", Origins(On)).Add(Pool, "us", Origins(On))),
        Passes(Spare, "a fallback", Of("""{ "defaultPools": ["eu"], "fallbackPool": "us" }""", Origins(On)).Add(Pool, "us", Origins(On))),
        Passes(Spare, "a pool for one region",
            Of("""{ "defaultPools": ["eu"], "fallbackPool": "eu", "regionPools": { "WNAM": ["us"] } }""", Origins(On)).Add(Pool, "us", Origins(On))),
        Passes(Spare, "two pools before they exist",
            Of("""{ "defaultPools": ["<unknown:eu:us>", "<unknown:eu:us>"], "fallbackPool": "<unknown:us>" }""", Origins(On)).Add(Pool, "us", Origins(On))),
        Passes(Spare, "off", Of("""{ "defaultPools": ["eu"], "fallbackPool": "eu", "enabled": false }""", Origins(On))),
        Fails(Spare, "one origin", Of(One, Origins(On)), "defaultPools"),
        Fails(Spare, "the other is off", Of(One, Origins(On, Off))),
        Fails(Spare, "the other pool is off", Of("""{ "defaultPools": ["eu", "us"], "fallbackPool": "us" }""", Origins(On))
            .Add(Pool, "us", $$"""{ "enabled": false, "origins": [{{On}}] }""")),
        Fails(Spare, "none", Of(One, Origins(Off))),
        IsOpen(Spare, "origins are not known", Of(One, """{ "origins": "<unknown>" }""")),
        IsOpen(Spare, "a pool from elsewhere",
            Of("""{ "defaultPools": ["eu"], "fallbackPool": "9290f38c5d07c2e2f4df57b1f61d4196" }""", Origins(On)), "fallbackPool"),
        IsOpen(Spare, "one of two pools, not known which",
            Of("""{ "defaultPools": ["<unknown:eu:us>"], "fallbackPool": "eu" }""", Origins(On)).Add(Pool, "us", Origins(On))),
    ];

    private const string One = """{ "defaultPools": ["eu"], "fallbackPool": "eu" }""";

    private static SampleProgram Of(string balancer, string pool) => new SampleProgram().Add(Balancer, "www", balancer).Add(Pool, "eu", pool);

    private static string Origins(params string[] origins) => $$"""{ "origins": [{{string.Join(", ", origins)}}] }""";
}
