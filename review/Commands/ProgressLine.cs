using System.Collections.Concurrent;
using System.Diagnostics;
using Infra.Review.Model;
using Infra.Review.Reporting;
using Infra.Review.Reporting.Text;
using Spectre.Console;

namespace Infra.Review.Commands;

/// <summary>One line that says what is going on while a program builds and runs, gone when it is done; above it what the program says, as it comes.</summary>
internal sealed class ProgressLine : IProgress<PreviewProgress>
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<Diagnostic> _said = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private volatile string _doing = "Starting";
    private volatile int _resources;

    public static async Task<Preview> WatchAsync(IAnsiConsole terminal, Func<IProgress<PreviewProgress>, Task<Preview>> run)
    {
        var line = new ProgressLine();
        return await terminal.Status().Spinner(Spinner.Known.Dots).StartAsync(line.Text, async status =>
        {
            var preview = run(line);
            while (await Task.WhenAny(preview, Task.Delay(Pace)) != preview)
            {
                line.WriteSaid(terminal);
                status.Status = line.Text;
            }
            line.WriteSaid(terminal);
            return await preview;
        });
    }

    public void Report(PreviewProgress value)
    {
        switch (value)
        {
            case PreviewProgress.Building building:
                _doing = $"Building {building.Program}";
                break;
            case PreviewProgress.Running running:
                _doing = $"Running {running.Program}";
                break;
            case PreviewProgress.Registered registered:
                _resources = Math.Max(_resources, registered.Count);
                break;
            case PreviewProgress.Said said:
                _said.Enqueue(said.Diagnostic);
                break;
        }
    }

    private void WriteSaid(IAnsiConsole terminal)
    {
        var lines = new List<TextLine>();
        while (_said.TryDequeue(out var diagnostic)) lines.AddRange(MessageList.Lines(diagnostic));
        if (lines.Count > 0) terminal.Write(new TerminalText(lines));
    }

    private string Text
    {
        get
        {
            var resources = _resources == 0 ? "" : $", {Words.Count(_resources, "resource")}";
            return FormattableString.Invariant($"{Markup.Escape(_doing)}{resources}, {_watch.Elapsed.TotalSeconds:0.0} s");
        }
    }
}
