namespace Infra.Policies.Deployment;

public sealed class FilterLogsHaveTheirPrefix() : DeploymentRule(
    "deploy-waf-log-name",
    Rank.High,
    ResourceTypes.LogGroup,
    "AWS refuses to log a web ACL to a group whose name does not begin with aws-waf-logs-.",
    "begin the log group's name with aws-waf-logs-",
    "AWS WAF Developer Guide, logging destinations, 2026-11")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.LogGroup, .. ResourceTypes.WebAclLogging];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (!IsForAFilter(resource, graph)) return [];
        var (name, prefix) = (resource["name"], resource["namePrefix"]);
        return ExpectAlways(
            resource, name.IsAbsent ? prefix : name,
            text => text.Text?.StartsWith("aws-waf-logs-", StringComparison.Ordinal) is true, "a name that begins with aws-waf-logs-");
    }

    private static bool IsForAFilter(ResourceNode group, ResourceGraph graph) => graph.OfType(ResourceTypes.WebAclLogging)
        .Any(logging => logging["logDestinationConfigs"].Items.Any(destination =>
                Names(destination, group) || logging.DependenciesOf("logDestinationConfigs").Contains(group.Urn))
            || logging.DependenciesOf("logDestinationConfigs").Contains(group.Urn));

    private static bool Names(PropertyValue destination, ResourceNode group) =>
        destination.Text is { } arn && group["arn"].Text is { } own && (arn == own || arn == own + ":*");
}
