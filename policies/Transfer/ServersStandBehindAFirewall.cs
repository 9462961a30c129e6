namespace Infra.Policies.Transfer;

public sealed class ServersStandBehindAFirewall() : ResourceRule(
    "transfer-not-public-endpoint",
    Rank.High,
    ResourceTypes.TransferServer,
    "A public endpoint takes connections from everywhere and has no security group.",
    "set endpointType to VPC and give endpointDetails subnets and security groups",
    "CKV_AWS_164")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["endpointType"], type => type.Text is "VPC" or "VPC_ENDPOINT", "VPC");
}
