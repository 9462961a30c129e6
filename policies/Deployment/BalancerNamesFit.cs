namespace Infra.Policies.Deployment;

public sealed class BalancerNamesFit() : DeploymentRule(
    "deploy-lb-name",
    Rank.High,
    [.. ResourceTypes.LoadBalancer, .. ResourceTypes.TargetGroup],
    "The provider refuses the name, after everything before it has been made.",
    "give a name of at most 32 letters, digits and inner hyphens that, of a load balancer, does not begin with internal-, or leave it out",
    "Elastic Load Balancing API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Matches(resource, resource["name"], IsName, "1 to 32 letters, digits and inner hyphens")
            .Concat(ResourceTypes.TargetGroup.Contains(resource.Type) ? [] : Matches(resource, resource["name"], IsNotReserved, "another name than internal-…"))
            .Concat(Matches(resource, resource["namePrefix"], prefix => prefix.Length <= 6, "at most 6 characters"));

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 32 && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
        && !name.StartsWith('-') && !name.EndsWith('-');

    private static bool IsNotReserved(string name) => !name.StartsWith("internal-", StringComparison.Ordinal);
}
