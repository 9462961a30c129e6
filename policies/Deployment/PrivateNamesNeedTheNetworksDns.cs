namespace Infra.Policies.Deployment;

public sealed class PrivateNamesNeedTheNetworksDns() : DeploymentRule(
    "deploy-private-dns",
    Rank.High,
    [.. ResourceTypes.VpcEndpoint, .. ResourceTypes.HostedZone, .. OwnVpc],
    "AWS refuses private names of an endpoint in a network that does not resolve names, and there a private zone answers nobody.",
    "set enableDnsSupport and enableDnsHostnames on the VPC",
    "AWS provider documentation; Route 53 Developer Guide, considerations of private hosted zones, 2026-11")
{
    private static IReadOnlyList<string> OwnVpc { get; } = ["aws:ec2/vpc:Vpc"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (resource["vpcs"] is { IsUnknown: true } vpcs) return [Undetermined(resource, vpcs)];
        return ResourceTypes.VpcEndpoint.Contains(resource.Type)
            ? If(resource, resource["privateDnsEnabled"], on => on.Truth is true, In(resource, resource["vpcId"], graph))
            : resource["vpcs"].Items.SelectMany(vpc => In(resource, vpc["vpcId"], graph)).DistinctBy(finding => (finding.Urn, finding.Property));
    }

    private List<Finding> In(ResourceNode resource, PropertyValue id, ResourceGraph graph)
    {
        var networks = graph.Resolve(resource, id, OwnVpc);
        if (networks.State == ReferenceState.Unknown) return [Undetermined(resource, id)];
        var findings = networks.Candidates.SelectMany(network => ExpectTrue(network, network["enableDnsHostnames"])
            .Concat(ExpectTrue(network, network["enableDnsSupport"], whenAbsent: true))).ToList();
        return networks.Target is not null || findings.Count == 0 ? findings : [Undetermined(resource, id)];
    }
}
