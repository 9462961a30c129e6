namespace Infra.Policies.Deployment;

public sealed class DatabaseSubnetsSpanZones() : DeploymentRule(
    "deploy-db-zones",
    Rank.High,
    [.. ResourceTypes.Subnet, .. Groups],
    "AWS refuses a group of database subnets that lies in one availability zone.",
    "give subnets of at least two zones",
    "Amazon RDS User Guide, working with a DB instance in a VPC, 2026-11")
{
    private static IReadOnlyList<string> Groups { get; } = ["aws:rds/subnetGroup:SubnetGroup"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var subnets = resource["subnetIds"];
        if (!Groups.Contains(resource.Type) || subnets.IsAbsent) return [];
        if (subnets.IsUnknown) return [Undetermined(resource, subnets)];
        var spread = ZoneSpread.OfSubnets(graph, resource, subnets.Items);
        return spread.AtLeastTwo switch
        {
            Verdict.Pass => [],
            Verdict.Fail => [Fail(resource, subnets.Path, $"its subnets lie in {spread} alone")],
            _ => [Undetermined(resource, subnets.Path, "the zones of its subnets are not known before the deployment")],
        };
    }
}
