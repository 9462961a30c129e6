using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Infra.Review.Commands;

/// <summary>The library's help, then examples and what the exit codes mean.</summary>
internal sealed class HelpWithExamples(HelpAction help, IReadOnlyList<string> examples, string exitCodes) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public static void AddTo(Command command, params string[] examples)
    {
        var option = command.Options.OfType<HelpOption>().FirstOrDefault() ?? new HelpOption();
        if (!command.Options.Contains(option)) command.Add(option);
        option.Action = new HelpWithExamples((HelpAction)option.Action!, examples, ExitCodesOf(command));
    }

    // The root speaks for all of its commands.
    private static string ExitCodesOf(Command command)
    {
        Command[] commands = [command, .. command.Subcommands];
        var judges = commands.Any(each => each.Options.Any(option => option.Name == "--fail-on"));
        var runs = commands.Any(each => each.Arguments.Count > 0);
        return string.Concat(new[]
        {
            "Exit codes:\n  0    clean\n",
            judges ? "  1    findings at or above --fail-on\n" : "",
            "  2    wrong usage or configuration\n",
            runs ? "  3    the program failed, does not build, or never ended\n" : "",
            "  130  interrupted (Ctrl-C); 129, 131 and 143 by the signals HUP, QUIT and TERM\n",
        });
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.Write("Examples:\n" + string.Concat(examples.Select(example => $"  {example}\n")) + "\n");
        output.Write(exitCodes);
        return code;
    }
}
