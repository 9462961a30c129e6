using Infra.Review.Engine.Functions;
using Infra.Review.Model;
using Infra.Review.Programs;
using Infra.Review.Project;
using Infra.Review.Secrets;

namespace Infra.Review.Engine;

/// <summary>Runs a Pulumi program without Pulumi, cloud or network, and tells what it would make.</summary>
public static class OfflineEngine
{
    // The mistakes that a program finds in its configuration, it finds at its beginning.
    private static readonly TimeSpan LongestLookAtConfiguration = TimeSpan.FromSeconds(10);

    /// <exception cref="UserException">The project, the configuration or the program is at fault.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program's processes are gone.</exception>
    public static async Task<Preview> PreviewAsync(
        PreviewRequest request, IProgress<PreviewProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (project, stack, configuration) = Read(request);
        var (answers, program) = await PrepareAsync(project, stack, configuration, progress, cancellationToken);
        progress?.Report(new PreviewProgress.Running(program.Name));
        await using var run = Run(request, project, stack, configuration, answers, progress);
        return configuration.Refused is { } refused
            ? throw await AllMistakesAsync(refused, Shorter(request.Timeout), limit => run.ExecuteAsync(program, limit, cancellationToken))
            : await run.ExecuteAsync(program, request.Timeout, cancellationToken);
    }

    /// <summary>The same for a program of this process, in place of the one that the project names. With a wrong configuration it is not run.</summary>
    /// <exception cref="UserException">The project, the configuration or the program is at fault.</exception>
    public static async Task<Preview> PreviewAsync(PreviewRequest request, Func<Task<int>> program, CancellationToken cancellationToken = default)
    {
        var (project, stack, configuration) = Read(request);
        if (configuration.Refused is { } refused) throw refused.ToException();
        await using var run = Run(request, project, stack, configuration, RecordedAnswers.Read(project.Folder), progress: null);
        return await run.ExecuteAsync(program, request.Timeout, cancellationToken);
    }

    private static (ProjectFile Project, string Stack, StackConfiguration Configuration) Read(PreviewRequest request)
    {
        var project = ProjectFile.Find(request.Folder);
        var stack = StackName.Of(request.Stack, project);
        return (project, stack, StackConfiguration.Resolve(project, stack, request.Config));
    }

    private static async Task<(RecordedAnswers Answers, RunnableProgram Program)> PrepareAsync(
        ProjectFile project, string stack, StackConfiguration configuration, IProgress<PreviewProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var answers = RecordedAnswers.Read(project.Folder);
            return (answers, await ProgramLocator.LocateAsync(project, stack, progress, cancellationToken));
        }
        catch (UserException failure) when (configuration.Refused is { } refused)
        {
            throw refused.ToException([failure.Message]);
        }
    }

    private static ProgramRun Run(
        PreviewRequest request, ProjectFile project, string stack, StackConfiguration configuration, RecordedAnswers answers,
        IProgress<PreviewProgress>? progress)
    {
        var secrets = new SecretTexts(configuration.SecretTexts);
        var log = LogOf(configuration, stack, secrets, progress);
        return new(Facts(project, stack, configuration, request.Unknowns), answers, secrets, log, progress, request.Clock);
    }

    // What else the program fails at may follow from a configuration that it was never meant to get.
    private static async Task<UserException> AllMistakesAsync(RefusedConfiguration refused, TimeSpan limit, Func<TimeSpan, Task<Preview>> run)
    {
        try
        {
            await run(limit);
            return refused.ToException();
        }
        catch (UserException failure)
        {
            return failure is ProgramRefusedConfiguration more ? refused.ToException(more.Errors, more.Warnings) : refused.ToException();
        }
    }

    private static TimeSpan Shorter(TimeSpan timeout) => timeout < LongestLookAtConfiguration ? timeout : LongestLookAtConfiguration;

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
