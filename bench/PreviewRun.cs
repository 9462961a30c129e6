using System.Diagnostics;

namespace Infra.Bench;

/// <summary>What one run of <c>infra preview</c> cost.</summary>
/// <param name="Wall">From starting the process to its end.</param>
/// <param name="EngineBytes">Peak of the resident memory of <c>infra</c> itself.</param>
/// <param name="ProgramBytes">Peak of the resident memory of the largest process that it started, the program.</param>
internal sealed record PreviewRun(TimeSpan Wall, long EngineBytes, long ProgramBytes)
{
    private const int Findings = 1;

    // Long enough to cost nothing on two cores, short enough for processes that live for a second.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    /// <exception cref="InvalidOperationException">The preview failed.</exception>
    public static PreviewRun Measure(PreviewCase preview, params IEnumerable<string> furtherArguments)
    {
        string[] arguments = [.. preview.Arguments, .. furtherArguments];
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Folders.Infra, arguments)
        {
            WorkingDirectory = preview.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = process.StandardError.ReadToEndAsync();
        var peaks = new Dictionary<int, long>();
        while (!process.WaitForExit(Interval)) ProcessTree.Observe(process.Id, peaks);
        var wall = clock.Elapsed;

        Task.WaitAll(output, errors);
        if (process.ExitCode is not (0 or Findings))
            throw new InvalidOperationException($"infra {string.Join(' ', arguments)} ended with exit code {process.ExitCode}:\n{errors.Result}");
        var engine = peaks.GetValueOrDefault(process.Id);
        peaks.Remove(process.Id);
        return new PreviewRun(wall, engine, peaks.Values.DefaultIfEmpty().Max());
    }
}
