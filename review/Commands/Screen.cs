using System.Text;
using Infra.Review.Model;
using Infra.Review.Reporting.Text;
using Spectre.Console;

namespace Infra.Review.Commands;

/// <summary>Where a command writes. A pipe gets plain text of the same bytes every time; a terminal gets colours and its own width.</summary>
public sealed class Screen
{
    private readonly Stream? _out;
    private readonly TextWriter _error;
    private readonly IAnsiConsole? _terminal;

    /// <param name="output">Standard output; null if it is closed.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="terminal">Standard output as a terminal, if it is one.</param>
    /// <param name="progress">Standard error as a terminal, if both are one.</param>
    public Screen(Stream? output, TextWriter error, IAnsiConsole? terminal = null, IAnsiConsole? progress = null) =>
        (_out, _error, _terminal, Progress) = (output, error, terminal, progress);

    /// <summary>For a line that changes while a program runs; null when nobody watches.</summary>
    public IAnsiConsole? Progress { get; }

    public static Screen OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var error = new StreamWriter(ClosedStreams.IsClosed(2) ? Stream.Null : Console.OpenStandardError(), utf8) { AutoFlush = true, NewLine = "\n" };
        var watched = !Console.IsOutputRedirected && !Console.IsErrorRedirected;
        return new(
            ClosedStreams.IsClosed(1) ? null : Console.OpenStandardOutput(),
            error,
            Console.IsOutputRedirected ? null : Terminal(Console.Out),
            watched && Terminal(Console.Error, movesCursor: true) is { Profile.Capabilities: { Ansi: true, Interactive: true } } progress ? progress : null);
    }

    /// <exception cref="UserException">There is no room, or nobody reads.</exception>
    public void Write(IEnumerable<TextLine> lines)
    {
        if (_terminal is null) Write(stream => WritePlain(lines, stream));
        else Try(() => _terminal.Write(new TerminalText(lines)));
    }

    /// <exception cref="UserException">There is no room, or nobody reads.</exception>
    public void Write(Action<Stream> report) => Try(() =>
    {
        var buffered = new BufferedStream(_out ?? throw Closed(), 64 * 1024);
        report(buffered);
        buffered.Flush();
    });

    public void WriteText(string text) => Write(stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    public void WriteError(string message)
    {
        try
        {
            _error.WriteLine(string.Join('\n', TextLine.Prose(0, message).Select(line => line.ToString())));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Standard error is full or gone, and there is nobody else to tell; the exit code still does.
        }
    }

    public static void WritePlain(IEnumerable<TextLine> lines, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024, leaveOpen: true);
        foreach (var line in lines) writer.Write($"{line}\n");
    }

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (UnauthorizedAccessException)
        {
            throw Closed();
        }
        catch (IOException exception)
        {
            throw new UserException(ExitCode.Configuration,
                $"Standard output cannot be written: {exception.Message.TrimEnd('.')}. "
                + "Free some room or send it elsewhere; what is there is not the whole report.");
        }
    }

    private static UserException Closed() => new(ExitCode.Configuration,
        "Standard output is closed. Open it, or send it to a file or to /dev/null.");

    private static IAnsiConsole Terminal(TextWriter writer, bool movesCursor = false)
    {
        var colourless = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = colourless && !movesCursor ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = colourless ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
    }
}
