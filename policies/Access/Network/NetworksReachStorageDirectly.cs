namespace Infra.Policies.Network;

public sealed class NetworksReachStorageDirectly() : Rule(
    "vpc-gateway-endpoints",
    Rank.Medium,
    "Without the free gateway endpoints all traffic to S3 and DynamoDB goes through the NAT gateway, which bills every byte and fails with its zone.",
    "add VpcEndpoints of type Gateway for s3 and dynamodb",
    "EC2.10", "EC2.55", "EC2.56", "EC2.57")
{
    private static readonly IReadOnlyList<string> OwnVpc = ["aws:ec2/vpc:Vpc"];

    public override IReadOnlyList<string> Types { get; } = [.. OwnVpc, .. ResourceTypes.VpcEndpoint];

    public override IEnumerable<Finding> Check(ResourceGraph graph) => graph.OfType(OwnVpc).SelectMany(vpc => Check(vpc, graph));

    private IEnumerable<Finding> Check(ResourceNode vpc, ResourceGraph graph)
    {
        var endpoints = graph.PointingTo(vpc, OwnVpc, ResourceTypes.VpcEndpoint, "vpcId").ToList();
        foreach (var service in new[] { "s3", "dynamodb" })
        {
            if (endpoints.Exists(endpoint => IsFor(endpoint, service) && graph.Resolve(endpoint, endpoint["vpcId"], OwnVpc).Target == vpc)) continue;
            yield return endpoints.Find(endpoint => endpoint["serviceName"].IsUnknown) is { } unknown ? Undetermined(unknown, unknown["serviceName"], service)
                : endpoints.Find(endpoint => IsFor(endpoint, service)) is { } ambiguous ? Undetermined(ambiguous, ambiguous["vpcId"], service)
                : Fail(vpc, null, $"no endpoint leads to {service}", service);
        }
    }

    private static bool IsFor(ResourceNode endpoint, string service) =>
        endpoint["serviceName"].Text is { } name && name.EndsWith($".{service}", StringComparison.Ordinal)
        && endpoint["vpcEndpointType"].Text is null or "Gateway";
}
