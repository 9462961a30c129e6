using System.Diagnostics;
using System.Globalization;
using Infra.Policies;
using Infra.Review.Engine;
using Infra.Review.Reporting;
using Infra.Rpc.Messages;

namespace Infra.Bench;

/// <summary>The graph and all rules over a program that has been run before: in a process that has just started, and once it is warm.</summary>
internal static class RuleTiming
{
    public const string Word = "rules";

    private const int WarmRuns = 9;
    private const int Slowest = 8;

    /// <summary>Prints a table in Markdown; what follows the word are stacks and sizes, prod and 10,000 if nothing does.</summary>
    public static async Task<int> RunAsync(string[] wanted)
    {
        var slowest = new List<string>();
        Console.WriteLine("| program | resources | rules | findings | first ms | warm ms (median of 9) |\n|---|---:|---:|---:|---:|---:|");
        foreach (var name in wanted.Length > 0 ? wanted : ["prod", "10000"])
        {
            var preview = int.TryParse(name, CultureInfo.InvariantCulture, out var size) ? PreviewCase.Synthetic(size) : PreviewCase.OfStack(name);
            var made = await OfflineEngine.PreviewAsync(new() { Folder = preview.Folder, Stack = preview.Stack, Config = preview.Config });
            var resources = AnalyzerMessages.Of(made);
            var (first, findings) = Measure(resources);
            var warm = Enumerable.Range(0, WarmRuns).Select(_ => Measure(resources).Time).Order().ElementAt(WarmRuns / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {preview.Name} | {resources.Count:N0} | {PolicyPack.Essential.Rules.Count} | {findings:N0} "
                + $"| {first.TotalMilliseconds:F0} | {warm.TotalMilliseconds:F0} |"));
            slowest.AddRange(SlowestOf(resources).Select(rule => $"| {preview.Name} | {rule} |"));
        }

        Console.WriteLine($"\n| program | rule | warm ms, median of {WarmRuns} |\n|---|---|---:|");
        foreach (var line in slowest) Console.WriteLine(line);
        return 0;
    }

    private static IEnumerable<string> SlowestOf(IReadOnlyList<AnalyzerResource> resources)
    {
        // Each run reads the graph anew: what a rule is the first to ask for, it pays for.
        var runs = Enumerable.Range(0, WarmRuns).Select(_ => ResourceGraph.From(resources)).ToList();
        return PolicyPack.Essential.Rules
            .Select(rule => (rule.Id, Time: runs.Select(graph => TimeOf(rule, graph)).Order().ElementAt(WarmRuns / 2)))
            .OrderByDescending(rule => rule.Time)
            .Take(Slowest)
            .Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Id} | {rule.Time.TotalMilliseconds:F1}"));
    }

    private static TimeSpan TimeOf(Rule rule, ResourceGraph graph)
    {
        var clock = Stopwatch.StartNew();
        _ = rule.Check(graph).Count();
        return clock.Elapsed;
    }

    private static (TimeSpan Time, int Findings) Measure(IReadOnlyList<AnalyzerResource> resources)
    {
        var clock = Stopwatch.StartNew();
        var findings = PolicyPack.Essential.Check(ResourceGraph.From(resources)).Count;
        return (clock.Elapsed, findings);
    }
}
