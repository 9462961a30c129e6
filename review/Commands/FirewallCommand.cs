using System.CommandLine;
using Infra.Review.Model;
using Infra.Review.Reporting.Json;
using Infra.Review.Reporting.Text;

namespace Infra.Review.Commands;

/// <summary><c>infra firewall</c>: who reaches whom, on which port, through what.</summary>
internal static class FirewallCommand
{
    public static Command Create(Session session)
    {
        var command = new Command("firewall", "Show who reaches whom, on which ports and through which rules");
        var run = new RunOptions().AddTo(command);
        var format = Choice.Of("--format", "What to write", "text", "json");
        command.Add(format);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var reviewed = await session.ReviewAsync(run.Request(parsed), run.Today(parsed), cancellationToken);
            if (parsed.GetRequiredValue(format) == "json") session.Screen.Write(stream => JsonReport.WriteFirewallAlone(reviewed, stream));
            else session.Screen.Write(TextReport.FirewallLines(reviewed));
            return (int)ExitCode.Clean;
        });
        HelpWithExamples.AddTo(command, "infra firewall prod", "infra firewall prod --format json");
        return command;
    }
}
