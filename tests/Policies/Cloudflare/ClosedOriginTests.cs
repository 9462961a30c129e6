using Infra.Policies;
using Infra.Policies.Cloudflare;

namespace Infra.Tests.Policies.Cloudflare;

/// <summary>Who does what <c>cf-origin-closed</c> asks for hears nothing from other rules about it.</summary>
public sealed class ClosedOriginTests
{
    [Fact]
    public void A_platform_that_admits_Cloudflare_alone_has_nothing_to_mend()
    {
        var program = SampleProgram.Platform().Without("lb-http").Without("lb-https")
            .Add("aws:lb/loadBalancer:LoadBalancer", "edge", """{ "securityGroups": ["lb"], "dnsName": "edge.elb.amazonaws.com" }""")
            .Add("cloudflare:index/dnsRecord:DnsRecord", "www",
                """{ "zoneId": "z1", "name": "www", "type": "CNAME", "content": "edge.elb.amazonaws.com", "ttl": 1, "proxied": true }""");
        foreach (var range in EdgeAddresses.Ipv4.Concat(EdgeAddresses.Ipv6)) program.Ingress($"cloudflare {range}", "lb", range, "tcp", 443);

        var graph = program.Graph();
        var findings = PolicyPack.Essential.Rules.SelectMany(rule => rule.Check(graph))
            .Where(finding => finding.Urn.Contains("securityGroup", StringComparison.OrdinalIgnoreCase)).Select(finding => $"{finding.Rule} {finding.Message}");

        findings.Where(finding => !finding.StartsWith("required-tags", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
