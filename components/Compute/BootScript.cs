using System.Text;

namespace Infra.Components.Compute;

/// <summary>What a clone runs as root at its first start: a shell script or cloud-config, which names its kind in line one.</summary>
public sealed record BootScript(string Text)
{
    /// <summary>EC2's limit, before encoding (EC2 user guide, read 2026-11).</summary>
    public const int MaximumBytes = 16 * 1024;

    /// <summary>What its maker found wrong while making it; told together with what is wrong with the text.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Base64, as launch templates want it: the provider does not encode it for them.</summary>
    public string Encoded => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text));

    public IEnumerable<string> Check()
    {
        foreach (var problem in Problems)
            yield return problem;

        var bytes = Encoding.UTF8.GetByteCount(Text);
        if (bytes > MaximumBytes)
            yield return $"The boot script has {bytes} bytes; EC2 allows {MaximumBytes}. Bake what is large into the image.";
        if (!Text.StartsWith("#!", StringComparison.Ordinal) && !Text.StartsWith("#cloud-config", StringComparison.Ordinal))
            yield return "The boot script begins with neither #! nor #cloud-config, so cloud-init would skip it.";
    }
}
