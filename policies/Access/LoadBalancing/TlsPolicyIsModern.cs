namespace Infra.Policies.LoadBalancing;

public sealed class TlsPolicyIsModern() : ResourceRule(
    "lb-tls-policy-modern",
    Rank.High,
    ResourceTypes.Listener,
    "TLS 1.0 and 1.1 can be broken, and a client that offers them can be made to use them.",
    "set sslPolicy to ELBSecurityPolicy-TLS13-1-2-2021-06 or newer",
    "ELB.17", "CKV_AWS_103", "CKV2_AWS_74", "AVD-AWS-0047")
{
    // Policies whose lowest version is TLS 1.2 (Elastic Load Balancing, "Security policies", read 2026-11).
    private static readonly string[] Modern =
    [
        "ELBSecurityPolicy-TLS13-1-2-", "ELBSecurityPolicy-TLS13-1-3-", "ELBSecurityPolicy-TLS-1-2-", "ELBSecurityPolicy-FS-1-2-",
    ];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var protocol = resource["protocol"];
        if (protocol.IsUnknown) return [Undetermined(resource, protocol)];
        return protocol.Text is "HTTPS" or "TLS"
            ? Expect(resource, resource["sslPolicy"], policy => Modern.Any(prefix => policy.Text!.StartsWith(prefix, StringComparison.Ordinal)),
                "a policy that begins with TLS 1.2")
            : [];
    }
}
