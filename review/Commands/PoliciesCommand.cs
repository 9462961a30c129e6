using System.CommandLine;
using Infra.Review.Model;
using Infra.Review.Reporting;

namespace Infra.Review.Commands;

/// <summary><c>infra policies</c>: the rules, from the rule objects themselves.</summary>
internal static class PoliciesCommand
{
    public static Command Create(Session session)
    {
        var command = new Command("policies", "List the rules that every preview is judged by");
        var format = Choice.Of("--format", "What to write", "table", "markdown", "json");
        command.Add(format);
        command.SetAction(parsed =>
        {
            switch (parsed.GetRequiredValue(format))
            {
                case "json":
                    session.Screen.Write(stream => RuleReport.WriteJson(RuleEntry.All, stream));
                    break;
                case "markdown":
                    session.Screen.WriteText(RuleReport.Markdown(RuleEntry.All));
                    break;
                default:
                    session.Screen.Write(RuleReport.Lines(RuleEntry.All));
                    break;
            }
            return (int)ExitCode.Clean;
        });
        HelpWithExamples.AddTo(command, "infra policies", "infra policies --format markdown");
        return command;
    }
}
