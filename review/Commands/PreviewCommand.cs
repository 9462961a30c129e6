using System.CommandLine;
using Infra.Policies;
using Infra.Review.Model;
using Infra.Review.Reporting;
using Infra.Review.Reporting.Json;
using Infra.Review.Reporting.Text;

namespace Infra.Review.Commands;

/// <summary><c>infra preview</c>: the resources, the findings and the firewall of a stack.</summary>
internal static class PreviewCommand
{
    private const string Json = "json";

    public static Command Create(Session session)
    {
        var command = new Command("preview", "Run a stack's program offline and show its resources, the findings of the policies and the firewall");
        var run = new RunOptions().AddTo(command);
        var format = Choice.Of("--format", "What to write", "text", Json);
        var failOn = Choice.Of(
            "--fail-on",
            "Exit with 1 when a finding is this bad; warning also counts what could not be determined",
            "error", "warning", "never");
        var output = new Option<string?>("--output") { Description = "Write the report to this file, whole or not at all", HelpName = "file" };
        command.Add(format);
        command.Add(failOn);
        command.Add(output);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = run.Request(parsed);
            var file = parsed.GetValue(output) is { } path ? OutputFile.At(path) : null;
            var reviewed = await session.ReviewAsync(request, run.Today(parsed), cancellationToken);
            Write(session.Screen, reviewed, parsed.GetRequiredValue(format), file);
            return (int)ExitCodeOf(reviewed, parsed.GetRequiredValue(failOn));
        });
        HelpWithExamples.AddTo(command,
            "infra preview dev",
            "infra preview prod --format json --output preview.json",
            "infra preview dev --config infra:owner=platform --fail-on warning");
        return command;
    }

    private static void Write(Screen screen, ReviewedPreview reviewed, string format, OutputFile? file)
    {
        Action<Stream> report = format == Json
            ? stream => JsonReport.Write(reviewed, stream)
            : stream => Screen.WritePlain(TextReport.Lines(reviewed), stream);
        if (file is not null)
        {
            file.Write(report);
            screen.Write([TextReport.Summary(reviewed)]);
        }
        else if (format == Json)
        {
            screen.Write(report);
        }
        else
        {
            screen.Write(TextReport.Lines(reviewed));
        }
    }

    private static ExitCode ExitCodeOf(ReviewedPreview reviewed, string failOn)
    {
        var fails = failOn switch
        {
            "never" => false,
            "warning" => reviewed.Failures.Concat(reviewed.Undetermined).Any(finding => finding.Severity >= Severity.Warning),
            _ => reviewed.Failures.Any(finding => finding.Severity == Severity.Error),
        };
        return fails ? ExitCode.Findings : ExitCode.Clean;
    }
}
