using Infra.Policies.Firewall;
using Infra.Policies.Reachability;

namespace Infra.Policies.LoadBalancing;

public sealed class ListenersForwardToDeclaredTiers() : Rule(
    "lb-targets-in-matrix",
    Rank.Critical,
    "A listener carries visitors past every firewall rule that names the load balancer: its targets are as public as it is.",
    "register only what the load balancer's tier may reach, on the port that the tier matrix declares")
{
    public override IReadOnlyList<string> Types { get; } =
    [
        .. ResourceTypes.LoadBalancer, .. ResourceTypes.Listener, .. ResourceTypes.ListenerRule,
        .. ResourceTypes.TargetGroup, .. ResourceTypes.TargetGroupAttachment,
        .. ResourceTypes.AutoScalingGroup, .. ResourceTypes.AutoScalingAttachment,
        .. ResourceTypes.LaunchTemplate, .. ResourceTypes.Instance, .. ResourceTypes.Function, .. ResourceTypes.SecurityGroup,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var attachments = graph.Firewall.Labels.Attachments;
        return ForwardPath.Of(graph)
            .SelectMany(path => Check(path, attachments.GroupsOf(path.Balancer), attachments.GroupsOf(path.Carrier)))
            .DistinctBy(finding => (finding.Urn, finding.Key, finding.Verdict));
    }

    private IEnumerable<Finding> Check(ForwardPath path, IReadOnlyList<ResourceNode> from, IReadOnlyList<ResourceNode> to)
    {
        foreach (var (source, target) in from.SelectMany(source => to.Select(target => (source, target))))
        {
            var (sourceTier, targetTier, port) = (TierLabels.Of(source), TierLabels.Of(target), path.Port);
            var isInvoked = ResourceTypes.Function.Contains(path.Carrier.Type);
            var way = $"{path.Balancer.Name} ({Word(sourceTier)}) -> {path.Listener.Name} -> {path.TargetGroup.Name} {(isInvoked ? "" : $"tcp {port} ")}"
                + $"-> {path.Carrier.Name} ({Word(targetTier)})";
            var key = $"{path.Listener.Name} {path.Carrier.Name} {target.Name}";
            if (Unknown(sourceTier, targetTier, isInvoked ? null : port) is { } unknown)
                yield return Undetermined(path.TargetGroup, "port", $"{way}: {unknown} is not known before the deployment", key);
            else if (sourceTier.Text is { } tier && targetTier.Text is { } reached
                && !IsDeclared(TierMatrix.Allowed(tier, reached), isInvoked, port))
                yield return path.IsCertain && from.Count == 1 && to.Count == 1
                    ? Fail(path.TargetGroup, "port", $"{way}; declared for {reached} is {TierMatrix.Describe(reached)}", key)
                    : Undetermined(path.TargetGroup, "port", $"{way}: whether this is the way is not known before the deployment", key);
        }
    }

    // A load balancer invokes a function; no packet of its reaches the function's interfaces, and no port counts.
    private static bool IsDeclared(Traffic allowed, bool isInvoked, PropertyValue port) =>
        isInvoked ? !allowed.IsEmpty : port.Number is { } number && allowed.Contains(Traffic.Tcp(number));

    private static string? Unknown(TierLabel source, TierLabel target, PropertyValue? port) =>
        port?.IsUnknown is true ? "the port" : source.IsUnknown || target.IsUnknown ? "a tier" : null;

    private static string Word(TierLabel tier) => tier.Text ?? "no tier";
}
