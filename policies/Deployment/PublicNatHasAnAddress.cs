namespace Infra.Policies.Deployment;

public sealed class PublicNatHasAnAddress() : DeploymentRule(
    "deploy-nat-address",
    Rank.High,
    ResourceTypes.NatGateway,
    "AWS refuses a public NAT gateway without an Elastic IP, and a private one with it.",
    "set allocationId to an Elastic IP, or connectivityType to private without one",
    "Amazon EC2 API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (!resource["availabilityMode"].IsAbsent) return [];
        var (kind, address) = (resource["connectivityType"], resource["allocationId"]);
        if (kind.IsUnknown) return [Undetermined(resource, kind)];
        if (kind.Text is null or "public") return Given(resource, address, "and the gateway is public");
        return Expect(resource, address, _ => false, "left out of a private gateway", whenAbsent: true);
    }
}
