using System.Diagnostics;
using Infra.Review.Model;
using Infra.Review.Reporting;
using Spectre.Console;

namespace Infra.Review.Commands;

/// <summary>One line that says what is going on while a program builds and runs; gone when it is done.</summary>
internal sealed class ProgressLine : IProgress<PreviewProgress>
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private volatile string _doing = "Starting";
    private volatile int _resources;

    public static async Task<Preview> WatchAsync(IAnsiConsole terminal, Func<IProgress<PreviewProgress>, Task<Preview>> run)
    {
        var line = new ProgressLine();
        return await terminal.Status().Spinner(Spinner.Known.Dots).StartAsync(line.Text, async status =>
        {
            var preview = run(line);
            while (await Task.WhenAny(preview, Task.Delay(Pace)) != preview) status.Status = line.Text;
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
        }
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
