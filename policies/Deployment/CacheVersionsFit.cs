namespace Infra.Policies.Deployment;

public sealed class CacheVersionsFit() : DeploymentRule(
    "deploy-cache-version",
    Rank.High,
    [.. ResourceTypes.ReplicationGroup, .. Settings],
    "The provider refuses a version of 7 or later that is not major and minor, and AWS refuses settings of another family than the version's.",
    "give a version such as 8.1 and a parameter group of its family",
    "AWS provider documentation, 2026-11")
{
    private static IReadOnlyList<string> Settings { get; } = ["aws:elasticache/parameterGroup:ParameterGroup"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (version, name) = (resource["engineVersion"], resource["parameterGroupName"]);
        if (version.IsAbsent || !ResourceTypes.ReplicationGroup.Contains(resource.Type)) return [];
        if (version.IsUnknown) return [Undetermined(resource, version)];
        if (!IsVersion(version.Text ?? "")) return [Fail(resource, version.Path, $"engineVersion is {version}, not a major and a minor number")];
        var group = graph.Resolve(resource, name, Settings);
        if (group.Candidates.Count == 0) return name.IsUnknown ? [Undetermined(resource, name)] : [];
        var major = version.Text!.Split('.')[0];
        return group.Candidates.SelectMany(each =>
            Matches(each, each["family"], family => Digits(family) == major, $"of version {major}, which {resource.Name} is of"));
    }

    private static bool IsVersion(string text) => text.Split('.') is { Length: >= 2 } parts && int.TryParse(parts[0], out var major)
        && (major < 7 || (parts.Length == 2 && int.TryParse(parts[1], out _)));

    private static string Digits(string family) => string.Concat(family.SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit));
}
