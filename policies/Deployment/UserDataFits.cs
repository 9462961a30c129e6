namespace Infra.Policies.Deployment;

public sealed class UserDataFits() : DeploymentRule(
    "deploy-user-data",
    Rank.High,
    ResourceTypes.LaunchTemplate,
    "AWS refuses user data that is not base64, or that is longer than 16 KB.",
    "encode the script as base64 and let it fetch what does not fit",
    "Amazon EC2 User Guide, user data, 2026-11")
{
    private const int LongestScript = 16 * 1024;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Matches(
        resource, resource["userData"], text => DecodedLength(text) is { } length && length <= LongestScript, $"base64 of at most {LongestScript} bytes")
        .Select(finding => resource["userData"].IsUnknown
            ? finding
            : Fail(resource, "userData", DecodedLength(resource["userData"].Text ?? "") is { } length
                ? $"userData has {length} bytes, more than {LongestScript}"
                : "userData is not base64"));

    private static int? DecodedLength(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? length : null;
    }
}
