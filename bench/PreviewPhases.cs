using System.Diagnostics;
using System.Globalization;
using Infra.Review.Engine;
using Infra.Review.Model;
using Infra.Review.Reporting;

namespace Infra.Bench;

/// <summary>The two parts of a preview's work, each measured in a process that has done nothing before, as a user's has not.</summary>
/// <param name="Run">Starting the engine and running the program under it.</param>
/// <param name="Policies">The graph, the rules and the firewall matrix.</param>
internal sealed record PreviewPhases(TimeSpan Run, TimeSpan Policies)
{
    /// <summary>The command line of such a process: this word, then folder, stack and configuration.</summary>
    public const string Word = "phases";

    public double PolicyShare => Policies / Run;

    /// <summary>The run with the median share of the policies.</summary>
    public static PreviewPhases Measure(PreviewCase preview, int runs) =>
        Enumerable.Range(0, runs).Select(_ => MeasureInNewProcess(preview)).OrderBy(phases => phases.PolicyShare).ElementAt(runs / 2);

    /// <summary>Does the work here and prints the milliseconds of both parts.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        var preview = await OfflineEngine.PreviewAsync(new PreviewRequest { Folder = arguments[0], Stack = arguments[1], Config = arguments[2..] });
        var run = clock.Elapsed;
        _ = ReviewedPreview.Of(preview);
        var policies = clock.Elapsed - run;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.TotalMilliseconds} {policies.TotalMilliseconds}"));
        return 0;
    }

    private static PreviewPhases MeasureInNewProcess(PreviewCase preview)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Word, preview.Folder, preview.Stack, .. preview.Config])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"Measuring the phases of {preview.Name} ended with exit code {process.ExitCode}.");
        var milliseconds = output.Split(' ').Select(number => TimeSpan.FromMilliseconds(double.Parse(number, CultureInfo.InvariantCulture))).ToArray();
        return new PreviewPhases(milliseconds[0], milliseconds[1]);
    }
}
