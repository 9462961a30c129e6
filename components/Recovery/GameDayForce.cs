using System.Text.RegularExpressions;

namespace Infra.Components.Recovery;

/// <summary>How hard experiments hit, and for how long. Limits: FIS actions reference, read 2026-11.</summary>
public sealed partial record GameDayForce
{
    private const int LongestMinutes = 12 * 60;

    /// <summary>How long a zone stays lost and latency stays, 1 to 720.</summary>
    public int Minutes { get; init; } = 10;

    /// <summary>How many of the clones are killed, 1 to 100.</summary>
    public int KillPercent { get; init; } = 30;

    public int LatencyMilliseconds { get; init; } = 200;

    /// <summary>
    /// Of the clones, whose answers are late, as <c>ip link</c> lists it: small letters and digits. Amazon Linux 2023 calls the first one ens5 on most
    /// Nitro machines; others may have enp39s0. Without it FIS slows eth0, which they have not.
    /// </summary>
    public string NetworkInterface { get; init; } = "ens5";

    internal IEnumerable<string> Check()
    {
        if (Minutes is < 1 or > LongestMinutes)
            yield return $"Minutes is {Minutes}; allowed is 1 to {LongestMinutes}.";
        if (KillPercent is < 1 or > 100)
            yield return $"KillPercent is {KillPercent}; allowed is 1 to 100.";
        if (LatencyMilliseconds < 1)
            yield return $"LatencyMilliseconds is {LatencyMilliseconds}; expected is at least 1.";
        if (!InterfaceName().IsMatch(NetworkInterface))
            yield return $"NetworkInterface is '{NetworkInterface}'; expected are at most 15 small letters and digits, such as ens5.";
    }

    // Linux, IFNAMSIZ: 16 bytes, the last one of which ends the name.
    [GeneratedRegex("^[a-z][a-z0-9]{0,14}$")]
    private static partial Regex InterfaceName();
}
