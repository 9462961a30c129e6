using Pulumi;

namespace Infra.Components.Compute;

/// <summary>What happens to clones between launch and end.</summary>
public sealed record CloneLifecycle
{
    private const int LongestLife = 365;

    /// <summary>Machines that have booted and wait, for images that take minutes to start; null keeps none.</summary>
    public WarmPool? WarmPool { get; init; }

    /// <summary>Those at the launch are there before the first clone is launched.</summary>
    public IReadOnlyList<LifecycleHook> Hooks { get; init; } = [];

    /// <summary>After which a clone is replaced even if it is well: 1 to 365 days; null lets it live.</summary>
    public int? LifeDays { get; init; }

    /// <summary>Names of alarms that stop the replacement of clones and bring the old ones back.</summary>
    public InputList<string>? RollbackAlarms { get; init; }

    public IEnumerable<string> Check(CloneScaling scaling)
    {
        if (LifeDays is < 1 or > LongestLife)
            yield return $"LifeDays is {LifeDays}; allowed is 1 to {LongestLife}.";
        foreach (var problem in WarmPool?.Check(scaling) ?? [])
            yield return problem;
        foreach (var problem in Hooks.SelectMany(hook => hook.Check()))
            yield return problem;
        foreach (var hooks in Hooks.GroupBy(hook => hook.Key).Where(group => group.Count() > 1))
            yield return $"Hook '{hooks.Key}' is given {hooks.Count()} times.";
    }
}

/// <summary>Machines in reserve.</summary>
/// <param name="Minimum">That are always there.</param>
/// <param name="IsRunning">Whether they run, which costs as much as serving, or are stopped, which costs their disks.</param>
public sealed record WarmPool(int Minimum, bool IsRunning = false)
{
    public IEnumerable<string> Check(CloneScaling scaling)
    {
        if (Minimum < 1 || Minimum > scaling.Maximum)
            yield return $"The warm pool's Minimum is {Minimum}; allowed is 1 to the group's Maximum of {scaling.Maximum}.";
    }
}

public enum LifecycleMoment
{
    /// <summary>Before a clone is told to the balancer.</summary>
    Launching,

    /// <summary>After it left the balancer, before it is gone.</summary>
    Terminating,
}

/// <summary>Holds a clone until somebody answers.</summary>
public sealed record LifecycleHook
{
    /// <summary>Names the hook; frozen.</summary>
    public required string Key { get; init; }

    public required LifecycleMoment Moment { get; init; }

    /// <summary>30 to 7,200.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>What no answer means: the clone goes on, or (when launching) it is given up.</summary>
    public required bool ContinuesUnanswered { get; init; }

    // Auto Scaling API reference, PutLifecycleHook, read 2026-11.
    public IEnumerable<string> Check()
    {
        if (!Naming.IsWord(Key))
            yield return $"Hook '{Key}': expected is a key of lower-case words joined by hyphens.";
        if (TimeoutSeconds is < 30 or > 7200)
            yield return $"Hook '{Key}': TimeoutSeconds is {TimeoutSeconds}; allowed is 30 to 7200.";
    }
}
