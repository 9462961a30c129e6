using Infra.Review.Engine;
using Infra.Review.Model;
using Infra.Review.Project;

namespace Infra.Review.Programs;

/// <summary>A program in JavaScript or TypeScript, run by the official Node SDK that it has installed.</summary>
public static class NodeProgram
{
    private const string Package = "@pulumi/pulumi";

    /// <exception cref="UserException">Node or the SDK is missing.</exception>
    public static RunnableProgram Locate(ProjectFile project, string stack)
    {
        var main = ProgramLocator.MainOf(project);
        var isFolder = Directory.Exists(main);
        var folder = isFolder ? main : Path.GetDirectoryName(main)!;
        var name = Path.GetRelativePath(project.Folder, main);
        var node = ProgramLocator.OnPath("node") ?? throw new UserException(ExitCode.Program,
            $"Program '{name}' needs Node.js, and there is no 'node' on the PATH. Install Node.js 20 or newer.");
        var runner = FindRunner(folder) ?? throw new UserException(ExitCode.Program,
            $"Program '{name}' needs the package {Package}, and there is none in its node_modules. Run 'npm install' in {folder}.");
        return new RunnableProgram
        {
            Name = name,
            Executable = node,
            Arguments = [],
            WorkingFolder = folder,
            Sdk = "nodejs",
            ArgumentsFor = address =>
            [
                runner, "--monitor", address, "--engine", address, "--organization", DeploymentFacts.Organization,
                "--project", project.Name, "--stack", stack, "--root-directory", project.Folder, "--pwd", folder, "--dry-run",
                "--parallel", FormattableString.Invariant($"{ProgramEnvironment.Parallelism}"), isFolder ? "." : Path.GetFileName(main),
            ],
        };
    }

    private static string? FindRunner(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            var runner = Path.Combine(current, "node_modules", "@pulumi", "pulumi", "cmd", "run");
            if (Directory.Exists(runner)) return runner;
        }
        return null;
    }
}
