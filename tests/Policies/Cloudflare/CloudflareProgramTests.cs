using Infra.Review;
using Infra.Tests.Testing;
using Pulumi;
using Pulumi.Cloudflare;
using Pulumi.Cloudflare.Inputs;

namespace Infra.Tests.Policies.Cloudflare;

/// <summary>A site before a balancer of AWS, written with the classes of both providers.</summary>
[Collection(HostedPrograms.Name)]
public sealed class CloudflareProgramTests
{
    [Fact]
    public async Task A_site_with_everything_set_has_nothing_to_mend() => (await RulesOf(() => _ = Site(mode: "strict"))).ShouldBeEmpty();

    [Fact]
    public async Task What_is_missing_is_found_through_ids_that_only_the_cloud_gives()
    {
        var rules = await RulesOf(() =>
        {
            var (zone, balancer) = Site(mode: "flexible", new Pulumi.Aws.Ec2.Inputs.SecurityGroupIngressArgs
            {
                Protocol = "tcp",
                FromPort = 443,
                ToPort = 443,
                CidrBlocks = { "0.0.0.0/0" },
            });
            _ = new DnsRecord("api", new() { ZoneId = zone.Id, Name = "api", Type = "CNAME", Content = balancer.DnsName, Ttl = 300 });
            var pool = new LoadBalancerPool("eu", new()
            {
                AccountId = "a1",
                Name = "eu",
                Origins = { new LoadBalancerPoolOriginArgs { Name = "a", Address = balancer.DnsName } },
            });
            _ = new Pulumi.Cloudflare.LoadBalancer("apex", new()
            {
                ZoneId = zone.Id,
                Name = "shop.example",
                DefaultPools = { pool.Id },
                FallbackPool = pool.Id,
                Proxied = true,
            });
        });

        rules.ShouldBe(["cf-lb-pool-monitored", "cf-lb-spare-origin", "cf-origin-closed", "cf-web-record-proxied", "cf-zone-tls-strict"]);
    }

    private static (Zone, Pulumi.Aws.LB.LoadBalancer) Site(string mode, params Pulumi.Aws.Ec2.Inputs.SecurityGroupIngressArgs[] more)
    {
        var ranges = GetIpRanges.Invoke();
        InputList<Pulumi.Aws.Ec2.Inputs.SecurityGroupIngressArgs> ingress = new[] { Https(ranges) }.Concat(more).ToArray();
        var group = new Pulumi.Aws.Ec2.SecurityGroup("edge", new() { Ingress = ingress });
        var balancer = new Pulumi.Aws.LB.LoadBalancer("edge", new() { LoadBalancerType = "application", SecurityGroups = { group.Id } });
        var zone = new Zone("shop", new() { Name = "shop.example", Account = new ZoneAccountArgs { Id = "a1" } });
        Set(zone, "ssl", mode);
        Set(zone, "min_tls_version", "1.2");
        Set(zone, "always_use_https", "on");
        Set(zone, "security_header", new Dictionary<string, object>
        {
            ["strict_transport_security"] = new Dictionary<string, object> { ["enabled"] = true, ["max_age"] = 15552000 },
        });
        _ = new ZoneDnssec("shop", new() { ZoneId = zone.Id, Status = "active" });
        _ = new DnsRecord("www", new() { ZoneId = zone.Id, Name = "www", Type = "CNAME", Content = balancer.DnsName, Ttl = 1, Proxied = true });
        _ = new DnsRecord("mail", new() { ZoneId = zone.Id, Name = "@", Type = "MX", Content = "mail.example", Priority = 10, Ttl = 3600 });
        _ = new Ruleset("rates", new()
        {
            ZoneId = zone.Id,
            Name = "rates",
            Kind = "zone",
            Phase = "http_ratelimit",
            Rules = { new RulesetRuleArgs { Action = "block", Expression = "true" } },
        });
        return (zone, balancer);
    }

    private static Pulumi.Aws.Ec2.Inputs.SecurityGroupIngressArgs Https(Output<GetIpRangesResult> ranges) => new()
    {
        Protocol = "tcp",
        FromPort = 443,
        ToPort = 443,
        CidrBlocks = ranges.Apply(known => known.Ipv4Cidrs),
        Ipv6CidrBlocks = ranges.Apply(known => known.Ipv6Cidrs),
    };

    private static void Set(Zone zone, string setting, object value) =>
        _ = new ZoneSetting(setting, new() { ZoneId = zone.Id, SettingId = setting, Value = value });

    private static async Task<IReadOnlyList<string>> RulesOf(Action program)
    {
        var reviewed = await PolicyCheck.RunAsync("dev", () => Pulumi.Deployment.RunAsync(program), Repository.Root);
        return [.. reviewed.Findings.Select(finding => finding.Rule).Where(rule => rule.StartsWith("cf-", StringComparison.Ordinal)).Distinct().Order()];
    }
}
