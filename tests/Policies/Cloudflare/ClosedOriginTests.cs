using Infra.Policies;

namespace Infra.Tests.Policies.Cloudflare;

/// <summary>Who does what <c>cf-origin-closed</c> asks for hears nothing from other rules about it.</summary>
public sealed class ClosedOriginTests
{
    // https://www.cloudflare.com/ips, as of 2026-02-11.
    private static readonly string[] Ranges =
    [
        "173.245.48.0/20", "103.21.244.0/22", "103.22.200.0/22", "103.31.4.0/22", "141.101.64.0/18", "108.162.192.0/18", "190.93.240.0/20",
        "188.114.96.0/20", "197.234.240.0/22", "198.41.128.0/17", "162.158.0.0/15", "104.16.0.0/13", "104.24.0.0/14", "172.64.0.0/13",
        "131.0.72.0/22", "2400:cb00::/32", "2606:4700::/32", "2803:f800::/32", "2405:b500::/32", "2405:8100::/32", "2a06:98c0::/29", "2c0f:f248::/32",
    ];

    [Fact]
    public void A_platform_that_admits_Cloudflare_alone_has_nothing_to_mend()
    {
        var program = SampleProgram.Platform().Without("lb-http").Without("lb-https")
            .Add("aws:lb/loadBalancer:LoadBalancer", "edge", """{ "securityGroups": ["lb"], "dnsName": "edge.elb.amazonaws.com" }""")
            .Add("cloudflare:index/dnsRecord:DnsRecord", "www",
                """{ "zoneId": "z1", "name": "www", "type": "CNAME", "content": "edge.elb.amazonaws.com", "ttl": 1, "proxied": true }""");
        foreach (var range in Ranges) program.Ingress($"cloudflare-{range.Replace('/', '-').Replace(':', '-')}", "lb", range, "tcp", 443);

        var graph = program.Graph();
        var findings = PolicyPack.Essential.Rules.SelectMany(rule => rule.Check(graph))
            .Where(finding => finding.Urn.Contains("securityGroup", StringComparison.OrdinalIgnoreCase)).Select(finding => $"{finding.Rule} {finding.Message}");

        findings.Where(finding => !finding.StartsWith("required-tags", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
