namespace Infra.Policies.Deployment;

public sealed class CacheNamesFit() : DeploymentRule(
    "deploy-cache-name",
    Rank.High,
    ResourceTypes.ReplicationGroup,
    "The provider refuses the name.",
    "give replicationGroupId at most 40 letters, digits and single hyphens, beginning with a letter",
    "Amazon ElastiCache API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Matches(resource, resource["replicationGroupId"], IsName, "at most 40 letters, digits and single inner hyphens, beginning with a letter")
            .Concat(Matches(resource, resource["description"], text => text.Length > 0, "a sentence"));

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 40 && char.IsAsciiLetter(name[0]) && !name.EndsWith('-') && !name.Contains("--", StringComparison.Ordinal)
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
}
