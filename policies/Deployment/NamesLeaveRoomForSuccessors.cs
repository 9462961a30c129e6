namespace Infra.Policies.Deployment;

public sealed class NamesLeaveRoomForSuccessors() : DeploymentRule(
    "deploy-fixed-name",
    Rank.Medium,
    [
        .. ResourceTypes.SecurityGroup, .. ResourceTypes.TargetGroup, .. ResourceTypes.DatabaseParameterGroup, .. ResourceTypes.DatabaseClusterParameterGroup,
        .. ResourceTypes.DocumentParameterGroup, "aws:neptune/clusterParameterGroup:ClusterParameterGroup", "aws:elasticache/parameterGroup:ParameterGroup",
    ],
    "A fixed name lets no successor stand beside it, so a change that replaces the group fails while something uses it.",
    "leave name out: the provider makes a new one for each successor",
    "AWS provider and cfn-lint, 2026-11")
{
    public override bool IsAlwaysDetermined => true;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => resource.IsGiven("name")
        ? [Fail(resource, "name", $"name is fixed as {resource["name"]}")]
        : [];
}
