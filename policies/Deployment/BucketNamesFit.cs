namespace Infra.Policies.Deployment;

public sealed class BucketNamesFit() : DeploymentRule(
    "deploy-bucket-name",
    Rank.High,
    ResourceTypes.Bucket,
    "AWS refuses the name.",
    "give 3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends",
    "Amazon S3 User Guide, bucket naming rules, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Matches(resource, resource["bucket"], IsName, "3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends");

    private static bool IsName(string name) => name.Length is >= 3 and <= 63 && IsPlain(name[0]) && IsPlain(name[^1])
        && name.All(letter => IsPlain(letter) || letter is '-' or '.');

    private static bool IsPlain(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter);
}
