namespace Infra.Policies.Deployment;

public sealed class DatabaseNamesFit() : DeploymentRule(
    "deploy-db-name",
    Rank.High,
    ResourceTypes.DatabaseInstance,
    "The provider refuses the name.",
    "give identifier lower-case letters, digits and single hyphens, at most 63, beginning with a letter",
    "Amazon RDS API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Matches(resource, resource["identifier"], IsName, "at most 63 lower-case letters, digits and single inner hyphens, beginning with a letter");

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 63 && char.IsAsciiLetterLower(name[0]) && !name.EndsWith('-') && !name.Contains("--", StringComparison.Ordinal)
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');
}
