namespace Infra.Policies.Deployment;

public sealed class EndpointsHaveTheirKindOfPlace() : DeploymentRule(
    "deploy-endpoint-kind",
    Rank.High,
    ResourceTypes.VpcEndpoint,
    "AWS refuses a gateway endpoint in subnets or for other services than S3 and DynamoDB; an interface endpoint without subnets answers nobody.",
    "give route tables to gateway endpoints and subnets to interface endpoints",
    "AWS PrivateLink Guide, 2026-11")
{
    private static readonly string[] Gateways = ["dynamodb", "s3", "s3express"];
    private static readonly IReadOnlyList<string> Association = ["aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation"];

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.VpcEndpoint, .. Association];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (kind, subnets, more) = (resource["vpcEndpointType"], resource["subnetIds"], resource["subnetConfigurations"]);
        if (kind.IsUnknown) return [Undetermined(resource, kind)];
        if (kind.Text is "Interface")
            return subnets.IsAbsent && more.IsAbsent && !graph.PointingTo(resource, ResourceTypes.VpcEndpoint, Association, "vpcEndpointId").Any()
                ? [Fail(resource, subnets.Path, "it is an interface endpoint and has no subnet")]
                : [];
        return kind.Text is not (null or "Gateway")
            ? []
            : Expect(resource, subnets, list => !list.Items.Any(), "left out of a gateway endpoint", whenAbsent: true)
                .Concat(Expect(
                    resource, resource["serviceName"], name => Gateways.Contains(name.Text?.Split('.')[^1]),
                    "that of S3 or DynamoDB", whenAbsent: true));
    }
}
