using Infra.Review.Commands;
using Infra.Review.Model;
using Spectre.Console;

namespace Infra.Tests.Review.Reporting;

public sealed class ProgressTests
{
    [Fact]
    public async Task A_terminal_shows_what_a_program_says_as_soon_as_it_comes()
    {
        using var written = new StringWriter { NewLine = "\n" };
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(written),
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
        });
        using var interruption = new Interruption();
        var seen = false;

        await new CommandLine(new Screen(Stream.Null, TextWriter.Null, terminal: null, terminal), async (_, progress, cancellationToken) =>
        {
            progress!.Report(new PreviewProgress.Said(new(DiagnosticSeverity.Warning, "The database is slow today.")));
            for (var tries = 0; tries < 100 && !seen; tries++)
            {
                await Task.Delay(50, cancellationToken);
                seen = written.ToString().Contains("warning: The database is slow today.", StringComparison.Ordinal);
            }
            return SamplePreview.WithoutFindings;
        }).RunAsync(["preview", "dev"], interruption);

        seen.ShouldBeTrue();
    }
}
