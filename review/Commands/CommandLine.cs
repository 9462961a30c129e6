using System.CommandLine;
using Infra.Review.Model;

namespace Infra.Review.Commands;

/// <summary>The command <c>infra</c>: reads its arguments, runs what they ask for, and says what went wrong in one paragraph.</summary>
public sealed class CommandLine(Screen screen, PreviewSource source)
{
    internal const string Name = "infra";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, Interruption interruption)
    {
        try
        {
            return await RunAsync(arguments, interruption.Token);
        }
        catch (UserException exception)
        {
            screen.WriteError(exception.Message);
            return (int)exception.Code;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            screen.WriteError("Interrupted: the program was stopped and nothing was written.");
            return (int)interruption.ExitCode;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The message is left out: it may quote a value.
            screen.WriteError($"infra itself failed, which is a defect to report: {exception.GetType().FullName} "
                + $"in {exception.TargetSite?.DeclaringType?.Name}.{exception.TargetSite?.Name}");
            return (int)ExitCode.Program;
        }
    }

    private async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var root = Root(new Session(screen, source));
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            throw new UserException(ExitCode.Configuration, WrongUsage.Of(parsed, root));

        using var output = new StringWriter { NewLine = "\n" };
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output },
            cancellationToken);
        if (output.GetStringBuilder().Length > 0) screen.WriteText(output.ToString());
        return code;
    }

    private static RootCommand Root(Session session)
    {
        var root = new RootCommand("Reviews a Pulumi program offline: no cloud account, no network, no Pulumi CLI, no secrets")
        {
            PreviewCommand.Create(session),
            FirewallCommand.Create(session),
            ExplainCommand.Create(session),
            PoliciesCommand.Create(session),
        };
        HelpWithExamples.AddTo(
            root,
            "infra preview dev",
            "infra preview prod --format json --output preview.json",
            "infra explain dev edge-eu-central-1-web",
            "infra policies");
        return root;
    }
}
