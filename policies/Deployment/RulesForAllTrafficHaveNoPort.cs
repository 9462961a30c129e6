namespace Infra.Policies.Deployment;

public sealed class RulesForAllTrafficHaveNoPort() : DeploymentRule(
    "deploy-sg-rule-port",
    Rank.High,
    [.. ResourceTypes.IngressRule, .. ResourceTypes.EgressRule],
    "AWS refuses ports beside a protocol that has none.",
    "leave fromPort and toPort out, or set ipProtocol to tcp, udp, icmp or icmpv6",
    "AWS provider documentation, 2026-11")
{
    private static readonly string[] WithPorts = ["tcp", "udp", "icmp", "icmpv6", "6", "17", "1", "58"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var protocol = resource["ipProtocol"];
        return If(resource, protocol, given => !given.IsAbsent && !WithPorts.Contains(given.Text?.ToLowerInvariant()),
            [.. LeftOut(resource, resource["fromPort"], $"beside the protocol {protocol}"),
                .. LeftOut(resource, resource["toPort"], $"beside the protocol {protocol}")])
            .DistinctBy(finding => finding.Property);
    }
}
