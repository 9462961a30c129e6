using System.Text.RegularExpressions;

namespace Infra.Components.Compute;

/// <summary>What a clone is: the image it starts from, the hardware it runs on, and what it does first.</summary>
public sealed partial record Machine
{
    /// <summary>Of a gp3 disk (EBS user guide, read 2026-11).</summary>
    public const int MaximumGibibytes = 65_536;

    public required MachineImage Image { get; init; }

    /// <summary>For example <c>t4g.small</c>; its architecture is that of the image.</summary>
    public required string InstanceType { get; init; }

    public required BootScript BootScript { get; init; }

    /// <summary>At least as large as the image's own root volume.</summary>
    public int RootVolumeGibibytes { get; init; } = 20;

    /// <summary>As the image names it; Amazon Linux uses the default.</summary>
    public string RootDevice { get; init; } = "/dev/xvda";

    public static bool IsInstanceType(string? text) => text is not null && InstanceTypePattern().IsMatch(text);

    public IEnumerable<string> Check()
    {
        foreach (var problem in Image.Check())
            yield return problem;
        if (!IsInstanceType(InstanceType))
            yield return $"InstanceType is '{InstanceType}'; expected a type such as t4g.small.";
        if (RootVolumeGibibytes is < 1 or > MaximumGibibytes)
            yield return $"RootVolumeGibibytes is {RootVolumeGibibytes}; allowed is 1 to {MaximumGibibytes}.";
        if (!RootDevice.StartsWith("/dev/", StringComparison.Ordinal))
            yield return $"RootDevice is '{RootDevice}'; expected a device such as /dev/xvda.";
        foreach (var problem in BootScript.Check())
            yield return problem;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*[.][a-z0-9-]+$")]
    private static partial Regex InstanceTypePattern();
}
