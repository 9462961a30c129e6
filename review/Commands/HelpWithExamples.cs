using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Infra.Review.Commands;

/// <summary>The library's help, then examples and what the exit codes mean.</summary>
internal sealed class HelpWithExamples(HelpAction help, IReadOnlyList<string> examples) : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0    clean
          1    findings at or above --fail-on
          2    wrong usage or configuration
          3    the program failed, does not build, or never ended
          130  interrupted (Ctrl-C); 129, 131 and 143 by the signals HUP, QUIT and TERM

        """;

    public override bool ClearsParseErrors => true;

    public static void AddTo(Command command, params string[] examples)
    {
        var option = command.Options.OfType<HelpOption>().FirstOrDefault() ?? new HelpOption();
        if (!command.Options.Contains(option)) command.Add(option);
        option.Action = new HelpWithExamples((HelpAction)option.Action!, examples);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.Write("Examples:\n" + string.Concat(examples.Select(example => $"  {example}\n")) + "\n");
        output.Write(ExitCodes.ReplaceLineEndings("\n"));
        return code;
    }
}
