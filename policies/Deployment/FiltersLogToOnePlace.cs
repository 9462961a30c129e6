namespace Infra.Policies.Deployment;

public sealed class FiltersLogToOnePlace() : DeploymentRule(
    "deploy-waf-log-once",
    Rank.High,
    ResourceTypes.WebAclLogging,
    "AWS refuses a second place to log to.",
    "give one destination",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["logDestinationConfigs"], list => list.Items.Count() == 1, "one destination");
}
