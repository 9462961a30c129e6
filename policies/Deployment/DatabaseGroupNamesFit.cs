namespace Infra.Policies.Deployment;

public sealed class DatabaseGroupNamesFit() : DeploymentRule(
    "deploy-db-group-name",
    Rank.High,
    ["aws:rds/subnetGroup:SubnetGroup", "aws:rds/parameterGroup:ParameterGroup", "aws:rds/clusterParameterGroup:ClusterParameterGroup"],
    "The provider refuses the name.",
    "give lower-case letters, digits and hyphens, beginning with a letter, and not the word default",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Matches(
        resource, resource["name"],
        name => name.Length > 0 && char.IsAsciiLetterLower(name[0]) && !name.Any(char.IsUpper) && name != "default",
        "lower-case, beginning with a letter and not default");
}
