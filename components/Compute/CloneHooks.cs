using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;
using AwsLifecycleHook = Pulumi.Aws.AutoScaling.LifecycleHook;

namespace Infra.Components.Compute;

/// <summary>
/// Hooks are resources of their own: those within a group are taken at its creation only, so a change of one would replace the group
/// with all of its machines. Hooks at the launch are in both places, because the first machines are launched with the group.
/// </summary>
internal static class CloneHooks
{
    /// <summary>What the group itself is created with; it ignores changes of it.</summary>
    public static List<GroupInitialLifecycleHookArgs> AtCreation(IEnumerable<LifecycleHook> hooks) =>
    [
        .. hooks.Where(hook => hook.Moment is LifecycleMoment.Launching).Select(hook => new GroupInitialLifecycleHookArgs
        {
            Name = hook.Key,
            LifecycleTransition = TransitionOf(hook),
            HeartbeatTimeout = hook.TimeoutSeconds,
            DefaultResult = ResultOf(hook),
        }),
    ];

    public static void Create(string name, Location location, IEnumerable<LifecycleHook> hooks, Group group, CustomResourceOptions child)
    {
        foreach (var hook in hooks)
            _ = new AwsLifecycleHook($"{name}-{hook.Key}", new LifecycleHookArgs
            {
                Region = location.Region,
                Name = hook.Key,
                AutoscalingGroupName = group.Name,
                LifecycleTransition = TransitionOf(hook),
                HeartbeatTimeout = hook.TimeoutSeconds,
                DefaultResult = ResultOf(hook),
            }, child);
    }

    private static string TransitionOf(LifecycleHook hook) =>
        hook.Moment is LifecycleMoment.Launching ? "autoscaling:EC2_INSTANCE_LAUNCHING" : "autoscaling:EC2_INSTANCE_TERMINATING";

    private static string ResultOf(LifecycleHook hook) => hook.ContinuesUnanswered ? "CONTINUE" : "ABANDON";
}
