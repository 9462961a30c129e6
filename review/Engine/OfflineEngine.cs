using Infra.Review.Engine.Functions;
using Infra.Review.Model;
using Infra.Review.Programs;
using Infra.Review.Project;
using Infra.Review.Secrets;

namespace Infra.Review.Engine;

/// <summary>Runs a Pulumi program without Pulumi, cloud or network, and tells what it would make.</summary>
public static class OfflineEngine
{
    /// <exception cref="UserException">The project, the configuration or the program is at fault.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program's processes are gone.</exception>
    public static async Task<Preview> PreviewAsync(
        PreviewRequest request, IProgress<PreviewProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var project = ProjectFile.Find(request.Folder);
        var stack = StackName.Of(request.Stack, project);
        var configuration = StackConfiguration.Resolve(project, stack, request.Config);
        return await AcceptedAsync(configuration, async () =>
        {
            var answers = RecordedAnswers.Read(project.Folder);
            var program = await ProgramLocator.LocateAsync(project, stack, progress, cancellationToken);
            var secrets = new SecretTexts(configuration.SecretTexts);
            var log = LogOf(configuration, stack, secrets, progress);
            progress?.Report(new PreviewProgress.Running(program.Name));
            await using var run = new ProgramRun(Facts(project, stack, configuration, request.Unknowns), answers, secrets, log, progress, request.Clock);
            return await run.ExecuteAsync(program, request.Timeout, cancellationToken);
        });
    }

    /// <summary>The same for a program of this process, in place of the one that the project names.</summary>
    /// <exception cref="UserException">The project, the configuration or the program is at fault.</exception>
    public static async Task<Preview> PreviewAsync(PreviewRequest request, Func<Task<int>> program, CancellationToken cancellationToken = default)
    {
        var project = ProjectFile.Find(request.Folder);
        var stack = StackName.Of(request.Stack, project);
        var configuration = StackConfiguration.Resolve(project, stack, request.Config);
        return await AcceptedAsync(configuration, async () =>
        {
            var answers = RecordedAnswers.Read(project.Folder);
            var secrets = new SecretTexts(configuration.SecretTexts);
            var log = LogOf(configuration, stack, secrets, progress: null);
            await using var run = new ProgramRun(
                Facts(project, stack, configuration, request.Unknowns), answers, secrets, log, progress: null, request.Clock);
            return await run.ExecuteAsync(program, request.Timeout, cancellationToken);
        });
    }

    // What else the program fails at may follow from a configuration that it was never meant to get.
    private static async Task<Preview> AcceptedAsync(StackConfiguration configuration, Func<Task<Preview>> run)
    {
        if (configuration.Refused is not { } refused) return await run();
        try
        {
            await run();
        }
        catch (UserException failure)
        {
            throw refused.ToException(failure.Code == ExitCode.Configuration ? failure.Message : null);
        }
        throw refused.ToException();
    }

    private static DeploymentFacts Facts(ProjectFile project, string stack, StackConfiguration configuration, bool unknowns) => new()
    {
        Project = project.Name,
        Stack = stack,
        ProjectFolder = project.Folder,
        Config = configuration.Values,
        ConfigSecretKeys = configuration.SecretKeys,
        Unknowns = unknowns,
    };

    private static DiagnosticLog LogOf(StackConfiguration configuration, string stack, SecretTexts secrets, IProgress<PreviewProgress>? progress)
    {
        var log = new DiagnosticLog(secrets, progress);
        if (configuration.HasEnvironment)
            log.Add(DiagnosticSeverity.Warning, $"Pulumi.{stack}.yaml imports an environment (Pulumi ESC), "
                + "which cannot be read offline; give its values with --config key=value.");
        return log;
    }
}
