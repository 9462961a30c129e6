using System.Text.Json;

namespace Infra.Bench;

/// <summary>What the runs of one preview came to.</summary>
/// <param name="Resources">As the preview counts them, the stack included.</param>
/// <param name="Runs">In order of time taken.</param>
/// <param name="Phases">Where the time goes.</param>
internal sealed record PreviewResult(int Resources, IReadOnlyList<PreviewRun> Runs, PreviewPhases Phases)
{
    public TimeSpan Median => Runs[Runs.Count / 2].Wall;

    public TimeSpan Fastest => Runs[0].Wall;

    public TimeSpan Slowest => Runs[^1].Wall;

    public long EngineBytes => Runs.Max(run => run.EngineBytes);

    public long ProgramBytes => Runs.Max(run => run.ProgramBytes);

    public static PreviewResult Measure(PreviewCase preview, int runs)
    {
        var resources = CountResources(preview);
        var measured = Enumerable.Range(0, runs).Select(_ => PreviewRun.Measure(preview)).OrderBy(run => run.Wall).ToList();
        return new PreviewResult(resources, measured, PreviewPhases.Measure(preview, runs));
    }

    // Also the run that builds the program and fills the caches.
    private static int CountResources(PreviewCase preview)
    {
        var file = Path.GetTempFileName();
        try
        {
            PreviewRun.Measure(preview, "--format", "json", "--output", file);
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.GetProperty("resources").GetArrayLength();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
