namespace Infra.Policies.Edge;

/// <remarks>CloudFront fails over for requests that read, and refuses a group of origins where others are allowed.</remarks>
public sealed class PagesHaveASecondOrigin() : ResourceRule(
    "cdn-origin-failover",
    Rank.Low,
    ResourceTypes.Distribution,
    "Pages that lie in one place alone are gone with it, although the edge could ask in another.",
    "declare an originGroup of two origins and make it the target of the default behavior",
    "CloudFront.4", "CKV_AWS_310")
{
    private static readonly string[] Reading = ["GET", "HEAD", "OPTIONS"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (behavior, groups) = (resource["defaultCacheBehavior"], resource["originGroups"]);
        var (methods, target) = (behavior["allowedMethods"], behavior["targetOriginId"]);
        if (methods.Items.Any(method => method.Text is { } name && !Reading.Contains(name))) return [];
        if (target.IsKnown && groups.Items.Any(group => group["originId"].Text == target.Text)) return [];
        var unknown = methods.FirstUnknown() ?? target.FirstUnknown() ?? groups.FirstUnknownOf("originId");
        return [unknown is { } open ? Undetermined(resource, open) : Fail(resource, target.Path, $"{target} is one origin alone")];
    }
}
