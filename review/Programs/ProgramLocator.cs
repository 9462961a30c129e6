using Infra.Review.Model;
using Infra.Review.Project;

namespace Infra.Review.Programs;

/// <summary>Finds the program that Pulumi.yaml names, and builds it if need be.</summary>
public static class ProgramLocator
{
    /// <exception cref="UserException">There is no such program, it does not build, or its runtime is not supported.</exception>
    public static Task<RunnableProgram> LocateAsync(
        ProjectFile project, string stack, IProgress<PreviewProgress>? progress, CancellationToken cancellationToken) => project.Runtime switch
        {
            "dotnet" => DotnetProgram.LocateAsync(project, progress, cancellationToken),
            "nodejs" => Task.FromResult(NodeProgram.Locate(project, stack)),
            var other => throw new UserException(ExitCode.Configuration,
                $"{project.RuntimePlace}: the runtime '{other}' is not supported offline; supported are dotnet and nodejs."),
        };

    /// <summary>The absolute path that <c>main</c> names.</summary>
    /// <exception cref="UserException">Nothing is there.</exception>
    public static string MainOf(ProjectFile project)
    {
        var path = Path.GetFullPath(Path.Combine(project.Folder, project.Main ?? "."));
        return File.Exists(path) || Directory.Exists(path)
            ? path
            : throw new UserException(ExitCode.Configuration, $"{project.MainPlace}: main is '{project.Main}', and there is no such file or folder.");
    }

    /// <summary>The absolute path of a command on the PATH; null if there is none.</summary>
    public static string? OnPath(string command)
    {
        var name = OperatingSystem.IsWindows() ? $"{command}.exe" : command;
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
