using System.Text;
using Infra.Review.Commands;
using Infra.Review.Model;
using Spectre.Console;

namespace Infra.Tests.Review.Reporting;

/// <summary>One run of the command in this process, with a preview that is already there.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> Of(Preview preview, params string[] arguments) => Of((_, _, _) => Task.FromResult(preview), arguments);

    public static async Task<CommandRun> Of(PreviewSource source, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var interruption = new Interruption();
        var code = await new CommandLine(new Screen(output, error), source).RunAsync(arguments, interruption);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>The same on a terminal of a fixed width.</summary>
    public static async Task<string> OnTerminal(Preview preview, int width, bool colours, params string[] arguments)
    {
        using var written = new StringWriter { NewLine = "\n" };
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(written),
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        terminal.Profile.Width = width;
        using var interruption = new Interruption();
        await new CommandLine(new Screen(Stream.Null, TextWriter.Null, terminal), (_, _, _) => Task.FromResult(preview)).RunAsync(arguments, interruption);
        return written.ToString();
    }
}
