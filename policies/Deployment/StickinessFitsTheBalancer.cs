namespace Infra.Policies.Deployment;

public sealed class StickinessFitsTheBalancer() : DeploymentRule(
    "deploy-target-stickiness",
    Rank.High,
    ResourceTypes.TargetGroup,
    "AWS refuses cookies where no requests are seen, addresses where they are, and cookies with a name of its own.",
    "set stickiness.type to lb_cookie or app_cookie for HTTP, to source_ip otherwise, and name no cookie AWSALB",
    "AWS provider documentation, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (sticky, protocol) = (resource["stickiness"], resource["protocol"]);
        if (sticky.IsAbsent || protocol.IsAbsent) return [];
        if (protocol.IsUnknown) return [Undetermined(resource, protocol)];
        var isWeb = protocol.Text is "HTTP" or "HTTPS";
        return Unless(resource, sticky["enabled"], on => on.Truth is false,
            Expect(resource, sticky["type"], type => (type.Text is "lb_cookie" or "app_cookie") == isWeb, isWeb ? "lb_cookie or app_cookie"
                : "source_ip", whenAbsent: true)
                .Concat(Matches(resource, sticky["cookieName"], name => !name.StartsWith("AWSALB", StringComparison.OrdinalIgnoreCase),
                    "a name of the application's")));
    }
}
