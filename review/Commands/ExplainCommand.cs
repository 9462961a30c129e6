using System.CommandLine;
using Infra.Policies;
using Infra.Review.Model;
using Infra.Review.Reporting.Text;

namespace Infra.Review.Commands;

/// <summary><c>infra explain</c>: everything known about one resource.</summary>
internal static class ExplainCommand
{
    private const int MostNames = 5;

    public static Command Create(Session session)
    {
        var command = new Command(
            "explain",
            "Show everything known about one resource: where it is made, what it is made of, who needs it, what is wrong with it");
        var run = new RunOptions().AddTo(command);
        var resource = new Argument<string>("resource") { Description = "A URN (in single quotes: it may hold a $) or a name" };
        command.Add(resource);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var reviewed = await session.ReviewAsync(run.Request(parsed), run.Today(parsed), cancellationToken);
            var found = Find(reviewed.Preview, parsed.GetRequiredValue(resource));
            session.Screen.Write(ResourceReport.Lines(reviewed, found));
            return (int)ExitCode.Clean;
        });
        HelpWithExamples.AddTo(
            command,
            "infra explain dev edge-eu-central-1-web",
            "infra explain dev 'urn:pulumi:dev::infra::infra:network:Network::network-eu-central-1'");
        return command;
    }

    private static PreviewResource Find(Preview preview, string given)
    {
        var found = preview.Resources.Where(resource => resource.Urn == given).ToList();
        if (found.Count == 0) found = [.. preview.Resources.Where(resource => resource.Name == given)];
        return found switch
        {
            [var one] => one,
            [] => throw Unknown(preview, given),
            _ => throw new UserException(
                ExitCode.Configuration,
                $"'{given}' is the name of {found.Count} resources of stack '{preview.Stack}'. Give the URN of one:\n"
                    + string.Join('\n', found.Select(resource => $"  '{resource.Urn}'"))),
        };
    }

    private static UserException Unknown(Preview preview, string given)
    {
        var isUrn = given.StartsWith("urn:", StringComparison.Ordinal);
        var names = preview.Resources.Select(resource => isUrn ? resource.Urn : resource.Name).Distinct();
        var nearest = Nearest.Ranked(given, names).Take(MostNames).ToList();
        return new(
            ExitCode.Configuration,
            $"Stack '{preview.Stack}' has no resource '{given}'. " + (nearest.Count > 0
                ? $"Nearest: {string.Join(", ", nearest)}."
                : $"`infra preview {preview.Stack}` lists them all."));
    }
}
