using Infra.Policies.Firewall;

namespace Infra.Policies.Compute;

public sealed class ScalingPoliciesAreCalled() : Rule(
    "scaling-policy-called",
    Rank.Medium,
    "A policy that counts in steps waits for an alarm: without one the group never grows.",
    "name the policy in an alarm's alarmActions, or track a target, which makes its own alarms")
{
    private static readonly string[] Policies = [.. ResourceTypes.ScalingPolicy, .. ResourceTypes.ServiceScalingPolicy];
    private static readonly string[] Actions = ["alarmActions", "okActions", "insufficientDataActions"];

    public override IReadOnlyList<string> Types { get; } = [.. Policies, .. ResourceTypes.Alarm];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var calls = graph.OfType(ResourceTypes.Alarm)
            .SelectMany(alarm => Actions.SelectMany(name => PeerReader.EachOf(alarm[name])).Select(action => graph.Resolve(alarm, action, Policies)))
            .ToList();
        var certain = calls.Select(call => call.Target).OfType<ResourceNode>().ToHashSet();
        var possible = calls.SelectMany(call => call.Candidates).ToHashSet();
        var isOpen = calls.Exists(call => call.State == ReferenceState.Unknown);
        return graph.OfType(Policies).Where(policy => !certain.Contains(policy)).SelectMany(policy => Judge(policy, isOpen || possible.Contains(policy)));
    }

    private IEnumerable<Finding> Judge(ResourceNode policy, bool mayBeCalled)
    {
        var kind = policy["policyType"];
        if (kind.Text is "TargetTrackingScaling" or "PredictiveScaling") return [];
        if (kind.IsUnknown) return [Undetermined(policy, kind)];
        return mayBeCalled
            ? [Undetermined(policy, "arn", "whether an alarm calls it is not known before the deployment")]
            : [Fail(policy, null, "no alarm calls it")];
    }
}
