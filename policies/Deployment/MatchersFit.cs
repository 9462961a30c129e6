namespace Infra.Policies.Deployment;

public sealed class MatchersFit() : DeploymentRule(
    "deploy-health-check-matcher",
    Rank.High,
    ResourceTypes.TargetGroup,
    "AWS refuses status codes that the balancer does not know.",
    "set healthCheck.matcher to codes of 200 to 499, of 200 to 599 behind a network load balancer, or of 0 to 99 for gRPC",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (matcher, protocol, version) = (resource["healthCheck"]["matcher"], resource["protocol"], resource["protocolVersion"]);
        var (isGrpc, isWeb) = (version.Text == "GRPC", protocol.Text is "HTTP" or "HTTPS");
        if (matcher.IsAbsent || matcher.Text == "") return [];
        if (protocol.IsUnknown || version.IsUnknown) return [Undetermined(resource, protocol.IsUnknown ? protocol : version)];
        var (least, most) = isGrpc ? (0, 99) : (200, isWeb ? 499 : 599);
        return Matches(resource, matcher, text =>
            text.Split(',', '-').All(code => int.TryParse(code, out var number) && number >= least && number <= most), $"{least} to {most}");
    }
}
