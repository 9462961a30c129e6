namespace Infra.Policies.Deployment;

public sealed class RulesHaveOneOtherEnd() : DeploymentRule(
    "deploy-sg-rule-end",
    Rank.High,
    [.. ResourceTypes.IngressRule, .. ResourceTypes.EgressRule],
    "AWS refuses a rule with two sources, and one with none.",
    "give one of cidrIpv4, cidrIpv6, prefixListId and referencedSecurityGroupId",
    "AWS provider documentation, security group rules, 2026-11")
{
    private static readonly string[] Ends = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

    public override bool IsAlwaysDetermined => true;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var given = Ends.Where(end => !resource[end].IsAbsent).ToList();
        return given.Count switch
        {
            1 => [],
            0 => [Fail(resource, Ends[0], $"none of {string.Join(", ", Ends)} is given")],
            _ => [Fail(resource, given[1], $"{string.Join(" and ", given)} are given together")],
        };
    }
}
