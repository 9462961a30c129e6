using Infra.Review.Model;
using Infra.Review.Project;

namespace Infra.Review.Programs;

/// <summary>A program in a .NET language: a project that is built when out of date, or a binary that exists already.</summary>
public static class DotnetProgram
{
    /// <exception cref="UserException">There is no such project, or it does not build.</exception>
    public static async Task<RunnableProgram> LocateAsync(
        ProjectFile project, IProgress<PreviewProgress>? progress, CancellationToken cancellationToken)
    {
        if (project.Binary is not null) return OfBinary(project, project.Binary);

        var projectFile = ProjectFileOf(project);
        var name = Path.GetRelativePath(project.Folder, projectFile);
        var build = await ProgramBuild.UpToDateAsync(projectFile, name, project.Folder, progress, cancellationToken);
        if (!IsRunnable(build.TargetPath))
            throw new UserException(ExitCode.Configuration,
                $"{project.MainPlace}: main is '{project.Main ?? "."}', and {name} is a library: {Path.GetFileName(build.TargetPath)} cannot be run. "
                + "Name the project of the program, the one with <OutputType>Exe</OutputType>.");
        return new RunnableProgram
        {
            Name = name,
            Executable = DotnetHost.Path,
            Arguments = ["exec", build.TargetPath],
            WorkingFolder = Path.GetDirectoryName(projectFile)!,
            Sdk = build.Sdk,
        };
    }

    private static RunnableProgram OfBinary(ProjectFile project, string binary)
    {
        var path = Path.GetFullPath(Path.Combine(project.Folder, binary));
        if (!File.Exists(path))
            throw new UserException(ExitCode.Configuration,
                $"{project.RuntimePlace}: runtime.options.binary is '{binary}', and there is no such file. Build it first, or leave the option out.");

        var isAssembly = Path.GetExtension(path) == ".dll";
        if (isAssembly && !IsRunnable(path))
            throw new UserException(ExitCode.Configuration,
                $"{project.RuntimePlace}: runtime.options.binary is '{binary}', a library that cannot be run. Name the program's own assembly.");
        return new RunnableProgram
        {
            Name = Path.GetRelativePath(project.Folder, path),
            Executable = isAssembly ? DotnetHost.Path : path,
            Arguments = isAssembly ? ["exec", path] : [],
            WorkingFolder = project.Folder,
            Sdk = SdkDetection.Of(Path.ChangeExtension(path, ".dll")),
        };
    }

    // A build leaves this file beside programs only.
    private static bool IsRunnable(string assembly) => File.Exists(Path.ChangeExtension(assembly, ".runtimeconfig.json"));

    private static string ProjectFileOf(ProjectFile project)
    {
        var main = ProgramLocator.MainOf(project);
        if (File.Exists(main))
            return Path.GetExtension(main) is ".csproj" or ".fsproj" or ".vbproj"
                ? main
                : throw new UserException(ExitCode.Configuration,
                    $"{project.MainPlace}: main is '{project.Main}'; expected a .NET project file or a folder with one.");

        var candidates = Directory.EnumerateFiles(main, "*.??proj").Order(StringComparer.Ordinal).ToArray();
        return candidates switch
        {
            [var only] => only,
            [] => throw new UserException(ExitCode.Configuration,
                $"{project.MainPlace}: main is '{project.Main ?? "."}', and there is no .NET project file in that folder."),
            _ => throw new UserException(ExitCode.Configuration,
                $"{project.MainPlace}: main is '{project.Main ?? "."}', and that folder has several .NET projects " +
                $"({string.Join(", ", candidates.Select(Path.GetFileName))}); name one of them."),
        };
    }
}
