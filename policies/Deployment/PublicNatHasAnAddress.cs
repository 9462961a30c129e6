namespace Infra.Policies.Deployment;

public sealed class PublicNatHasAnAddress() : DeploymentRule(
    "deploy-nat-address",
    Rank.High,
    ResourceTypes.NatGateway,
    "AWS refuses a public NAT gateway of one zone without an Elastic IP, and a private or a regional one with it.",
    "set allocationId to an Elastic IP, or leave it out and set connectivityType to private or availabilityMode to regional",
    "Amazon EC2 API Reference; AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (mode, kind, address) = (resource["availabilityMode"], resource["connectivityType"], resource["allocationId"]);
        if (mode.IsUnknown) return [Undetermined(resource, mode)];
        if (mode.Text == "regional") return LeftOut(resource, address, "of a regional gateway");
        if (kind.IsUnknown) return [Undetermined(resource, kind)];
        if (kind.Text is null or "public") return Given(resource, address, "and the gateway is public");
        return LeftOut(resource, address, "of a private gateway");
    }
}
