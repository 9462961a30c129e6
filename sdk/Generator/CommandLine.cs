using System.CommandLine;

namespace Infra.Sdk.Generator;

public static class CommandLine
{
    /// <summary>Runs the command that the arguments name; the exit code is 2 for wrong usage, as for any mistake of its user.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("The provider classes of the embedded Pulumi SDK: which types there are, and their C#.")
        {
            GenerateCommand.Create(),
            AddCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        var exitCode = parsed.Invoke();
        return parsed.Errors.Count > 0 ? UserMistakes.ExitCode : exitCode;
    }
}
