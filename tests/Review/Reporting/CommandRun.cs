using System.Text;
using Infra.Review.Commands;
using Infra.Review.Engine;
using Infra.Review.Model;
using Spectre.Console;

namespace Infra.Tests.Review.Reporting;

/// <summary>Runs of the command in this process, with a preview that is already there or one that is made.</summary>
internal static class CommandRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static Task<CommandResult> Of(Preview preview, params string[] arguments) => Of((_, _, _) => Task.FromResult(preview), arguments);

    public static async Task<CommandResult> Of(PreviewSource source, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var interruption = new Interruption();
        var code = await new CommandLine(new Screen(output, error), source).RunAsync(arguments, interruption).WaitAsync(Patience);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>With the offline engine, which runs the program in a process of its own.</summary>
    public static Task<CommandResult> OfProgram(string folder, params IEnumerable<string> arguments) =>
        Of(OfflineEngine.PreviewAsync, [.. arguments, "--project", folder]);

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
