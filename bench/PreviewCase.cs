using System.Globalization;

namespace Infra.Bench;

/// <summary>A preview to measure.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Folder">Holds Pulumi.yaml.</param>
/// <param name="Stack">The stack to preview.</param>
/// <param name="Config">Configuration, each as <c>key=value</c>.</param>
internal sealed record PreviewCase(string Name, string Folder, string Stack, IReadOnlyList<string> Config)
{
    /// <summary>What follows <c>infra</c>; findings are no failure here.</summary>
    public IReadOnlyList<string> Arguments => ["preview", Stack, "--fail-on", "never", .. Config.SelectMany(pair => new[] { "--config", pair })];

    public static PreviewCase Synthetic(int resources) => new(
        string.Create(CultureInfo.InvariantCulture, $"synthetic {resources:N0}"),
        Folders.Synthetic,
        "bench",
        [string.Create(CultureInfo.InvariantCulture, $"synthetic:resources={resources}")]);

    public static PreviewCase OfStack(string stack) => new($"stack {stack}", Folders.Repository, stack, []);
}
