namespace Infra.Policies.Deployment;

public sealed class TargetGroupsSayWhereTheyAre() : DeploymentRule(
    "deploy-target-kind",
    Rank.High,
    ResourceTypes.TargetGroup,
    "AWS refuses a group of machines without port, protocol and network, and a function's group with them.",
    "give port, protocol and vpcId, or none of them for targetType lambda",
    "Elastic Load Balancing API Reference, 2026-11")
{
    private static readonly string[] Places = ["port", "protocol", "vpcId"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var kind = resource["targetType"];
        if (kind.IsUnknown) return [Undetermined(resource, kind)];
        return kind.Text == "lambda"
            ? Places.Where(place => !resource[place].IsAbsent).Select(place => Fail(resource, place, $"{place} is given, and its target is a function"))
            : Places.SelectMany(place => Given(resource, resource[place], $"and its targets are of kind {kind.Text ?? "instance"}"));
    }
}
