using Infra.Policies.Reachability;

namespace Infra.Policies.LoadBalancing;

public sealed class TargetGroupsAreServed() : Rule(
    "orphan-target-group",
    Rank.Medium,
    "A target group that no listener forwards to checks the health of machines that nobody visits.",
    "forward to it from a listener or a rule, or remove it")
{
    private static readonly string[] Feeders =
        [.. ResourceTypes.AutoScalingGroup, .. ResourceTypes.AutoScalingAttachment, .. ResourceTypes.TargetGroupAttachment, .. ResourceTypes.Alarm];

    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.TargetGroup, .. ResourceTypes.Listener, .. ResourceTypes.ListenerRule, .. Feeders];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var served = graph.OfType([.. ResourceTypes.Listener, .. ResourceTypes.ListenerRule])
            .SelectMany(listener => ForwardPath.Forwards(listener, graph)).Where(target => target.IsCertain).Select(target => target.Group).ToHashSet();
        return graph.OfType(ResourceTypes.TargetGroup).Where(group => !served.Contains(group)).SelectMany(group => Check(group, graph));
    }

    // Others may forward to it, too: a deployment in two colours, another stack by this one's outputs.
    private IEnumerable<Finding> Check(ResourceNode group, ResourceGraph graph)
    {
        var users = graph.UsersOf(group).Where(edge => !Feeders.Contains(edge.From.Type)).ToList();
        if (users.Exists(edge => !edge.Ambiguous)) return [];
        return users.Count > 0
            ? [Undetermined(group, "arn", $"whether {users[0].From.Name} forwards to it is not known before the deployment")]
            : [Fail(group, null, "nothing forwards to it")];
    }
}
