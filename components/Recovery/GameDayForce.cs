namespace Infra.Components.Recovery;

/// <summary>How hard experiments hit, and for how long. Limits: FIS actions reference, read 2026-11.</summary>
public sealed record GameDayForce
{
    private const int LongestMinutes = 12 * 60;

    /// <summary>How long a zone stays lost and latency stays, 1 to 720.</summary>
    public int Minutes { get; init; } = 10;

    /// <summary>How many of the clones are killed, 1 to 100.</summary>
    public int KillPercent { get; init; } = 30;

    public int LatencyMilliseconds { get; init; } = 200;

    /// <summary>Of the clones, whose answers are late: Amazon Linux 2023 calls it so on Nitro. Without it FIS slows eth0, which they have not.</summary>
    public string NetworkInterface { get; init; } = "ens5";

    internal IEnumerable<string> Check()
    {
        if (Minutes is < 1 or > LongestMinutes)
            yield return $"Minutes is {Minutes}; allowed is 1 to {LongestMinutes}.";
        if (KillPercent is < 1 or > 100)
            yield return $"KillPercent is {KillPercent}; allowed is 1 to 100.";
        if (LatencyMilliseconds < 1)
            yield return $"LatencyMilliseconds is {LatencyMilliseconds}; expected is at least 1.";
    }
}
