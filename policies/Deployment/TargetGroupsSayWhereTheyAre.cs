namespace Infra.Policies.Deployment;

public sealed class TargetGroupsSayWhereTheyAre() : DeploymentRule(
    "deploy-target-kind",
    Rank.High,
    ResourceTypes.TargetGroup,
    "AWS refuses a group of machines without port, protocol and network.",
    "give port, protocol and vpcId",
    "Elastic Load Balancing API Reference, 2026-11")
{
    private static readonly string[] Places = ["port", "protocol", "vpcId"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var kind = resource["targetType"];
        if (kind.IsUnknown) return [Undetermined(resource, kind)];
        return kind.Text == "lambda"
            ? []
            : Places.SelectMany(place => Given(resource, resource[place], $"and its targets are of kind {kind.Text ?? "instance"}"));
    }
}
