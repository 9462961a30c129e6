namespace Infra.Policies.Deployment;

public sealed class UsersHaveTwoPasswordsAtMost() : DeploymentRule(
    "deploy-cache-passwords",
    Rank.High,
    ["aws:elasticache/user:User"],
    "AWS refuses a third password: the second is for the time of a change.",
    "give at most two passwords",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        AtMost(resource, resource["passwords"], 2).Concat(AtMost(resource, resource["authenticationMode"]["passwords"], 2));
}
