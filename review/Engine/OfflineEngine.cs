using Infra.Review.Engine.Functions;
using Infra.Review.Model;
using Infra.Review.Programs;
using Infra.Review.Project;

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
        // Pulumi writes a stack as organization/project/stack; its file has the last part only.
        var stack = request.Stack[(request.Stack.LastIndexOf('/') + 1)..];
        var configuration = StackConfiguration.Resolve(project, stack, request.Config);
        var answers = RecordedAnswers.Read(project.Folder);
        var program = await ProgramLocator.LocateAsync(project, stack, progress, cancellationToken);
        var facts = new DeploymentFacts
        {
            Project = project.Name,
            Stack = stack,
            ProjectFolder = project.Folder,
            Config = configuration.Values,
            ConfigSecretKeys = configuration.SecretKeys,
            Unknowns = request.Unknowns,
        };

        var log = new DiagnosticLog(configuration.SecretTexts, progress);
        if (configuration.HasEnvironment)
            log.Add(DiagnosticSeverity.Warning, $"Pulumi.{stack}.yaml imports an environment (Pulumi ESC), which cannot be read offline; give its values with --config key=value.");
        progress?.Report(new PreviewProgress.Running(program.Name));
        await using var run = new ProgramRun(facts, answers, log, progress);
        return await run.ExecuteAsync(program, request.Timeout, cancellationToken);
    }
}
