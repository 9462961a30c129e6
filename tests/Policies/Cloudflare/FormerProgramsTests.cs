using Infra.Policies;
using Infra.Sdk.Schema;

namespace Infra.Tests.Policies.Cloudflare;

/// <summary>Programs of version 5 of the provider (5.49.1) have some of the same resources with properties of other names.</summary>
public sealed class FormerProgramsTests
{
    private const string Host = "edge.eu-central-1.elb.amazonaws.com";

    // Of version 5; and what version 6 has that no compact schema describes, because programs here do not make it.
    private static readonly string[] Undescribed =
    [
        "cloudflare:index/zoneSettingsOverride:ZoneSettingsOverride", "cloudflare:index/workerRoute:WorkerRoute", "cloudflare:index/workerDomain:WorkerDomain",
        "cloudflare:index/workersCustomDomain:WorkersCustomDomain", "cloudflare:index/loadBalancerMonitorGroup:LoadBalancerMonitorGroup",
    ];

    [Fact]
    public void Every_type_that_a_rule_reads_is_one_of_the_provider()
    {
        var schema = ProviderSchema.Find("cloudflare")!;
        var former = schema.Resources().SelectMany(resource => resource.Aliases).ToHashSet();

        PolicyPack.Essential.Rules.SelectMany(rule => rule.Types)
            .Where(type => type.StartsWith("cloudflare:", StringComparison.Ordinal) && schema.Resource(type) is null && !former.Contains(type))
            .Distinct().ShouldBe(Undescribed, ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{ "settingId": "min_tls_version", "value": "1.0" }""", Verdict.Fail)]
    [InlineData("""{ "setting": "min_tls_version", "value": "1.0" }""", Verdict.Fail)]
    [InlineData("""{ "setting": "min_tls_version", "value": "1.2" }""", Verdict.Pass)]
    [InlineData("""{ "setting": "http2", "value": "off" }""", Verdict.Pass)]
    public void A_setting_of_one_name(string setting, Verdict expected) => VerdictOf("cf-zone-tls-minimum",
        new SampleProgram().Add("cloudflare:index/hostnameTlsSetting:HostnameTlsSetting", "old", setting)).ShouldBe(expected);

    [Theory]
    [InlineData(false, Verdict.Fail)]
    [InlineData(true, Verdict.Pass)]
    public void The_answer_of_a_record_was_its_value(bool proxied, Verdict expected) => VerdictOf("cf-web-record-proxied", new SampleProgram()
        .Add("aws:lb/loadBalancer:LoadBalancer", "edge", $$"""{ "dnsName": "{{Host}}" }""")
        .Add("cloudflare:index/record:Record", "www",
            $$"""{ "zoneId": "z1", "name": "www", "type": "CNAME", "value": "{{Host}}", "proxied": {{(proxied ? "true" : "false")}} }"""))
        .ShouldBe(expected);

    [Fact]
    public void The_name_of_a_zone_was_its_zone() => VerdictOf("cf-web-record-proxied", new SampleProgram()
        .Add("cloudflare:index/zone:Zone", "shop", """{ "zone": "shop.example", "accountId": "a1" }""")
        .Add("aws:lb/loadBalancer:LoadBalancer", "edge", $$"""{ "dnsName": "{{Host}}" }""")
        .Add("cloudflare:index/record:Record", "www", $$"""{ "zoneId": "shop", "name": "www", "type": "CNAME", "content": "{{Host}}" }""")
        .Add("cloudflare:index/loadBalancerPool:LoadBalancerPool", "eu", """{ "origins": [{ "name": "a", "address": "www.shop.example" }] }"""))
        .ShouldBe(Verdict.Pass);

    [Theory]
    [InlineData("free", Verdict.Pass)]
    [InlineData("pro", Verdict.Fail)]
    public void The_plan_was_the_zones(string plan, Verdict expected) => VerdictOf("cf-waf-managed-rules",
        new SampleProgram().Add("cloudflare:index/zone:Zone", "shop", $$"""{ "zone": "shop.example", "plan": "{{plan}}" }""")).ShouldBe(expected);

    [Theory]
    [InlineData("", Verdict.Fail)]
    [InlineData(""", { "name": "b", "address": "192.0.2.2" }""", Verdict.Pass)]
    public void Pools_were_named_by_their_ids(string more, Verdict expected) => VerdictOf("cf-lb-spare-origin", new SampleProgram()
        .Add("cloudflare:index/loadBalancer:LoadBalancer", "www", """{ "defaultPoolIds": ["eu"], "fallbackPoolId": "eu" }""")
        .Add("cloudflare:index/loadBalancerPool:LoadBalancerPool", "eu", $$"""{ "origins": [{ "name": "a", "address": "192.0.2.1" }{{more}}] }"""))
        .ShouldBe(expected);

    [Fact]
    public void What_a_token_may_touch_was_an_object() => VerdictOf("cf-api-token-scoped", new SampleProgram().Add("cloudflare:index/apiToken:ApiToken", "ci",
        """{ "policies": [{ "permissionGroups": ["g1"], "resources": { "com.cloudflare.api.account.*": "*" } }] }""")).ShouldBe(Verdict.Fail);

    [Fact]
    public void Headers_were_a_list() => VerdictOf("cf-zone-hsts", new SampleProgram()
        .Add("cloudflare:index/zone:Zone", "shop", """{ "zone": "shop.example" }""")
        .Add("cloudflare:index/ruleset:Ruleset", "headers", """{ "zoneId": "shop", "kind": "zone", "phase": "http_response_headers_transform","""
            + """ "rules": [{ "action": "rewrite", "expression": "true", "actionParameters": { "headers":"""
            + """ [{ "name": "strict-transport-security", "operation": "set", "value": "max-age=31536000" }] } }] }""")).ShouldBe(Verdict.Pass);

    [Fact]
    public void Pulls_were_turned_on_by_one_resource() => VerdictOf("cf-authenticated-origin-pulls", new SampleProgram()
        .Add("cloudflare:index/zone:Zone", "shop", """{ "zone": "shop.example" }""")
        .Add("aws:lb/loadBalancer:LoadBalancer", "edge", $$"""{ "dnsName": "{{Host}}" }""")
        .Add("aws:lb/listener:Listener", "https", """{ "loadBalancerArn": "edge", "port": 443, "protocol": "HTTPS" }""")
        .Add("cloudflare:index/authenticatedOriginPulls:AuthenticatedOriginPulls", "pulls", """{ "zoneId": "shop", "enabled": true }""")
        .Add("cloudflare:index/record:Record", "www", $$"""{ "zoneId": "shop", "name": "www", "type": "CNAME", "content": "{{Host}}", "proxied": true }"""))
        .ShouldBe(Verdict.Fail);

    private static Verdict VerdictOf(string rule, SampleProgram program) =>
        PolicyPack.Essential.Rules.Single(each => each.Id == rule).VerdictOn(program);
}
