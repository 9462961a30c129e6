using System.Diagnostics;
using System.Globalization;
using Infra.Tests.Review.Reporting;
using Infra.Tests.Testing;

namespace Infra.Tests.Review.Engine;

/// <summary>A Pulumi project in a folder of its own, whose program is the one of tests/Programs/Scenarios.</summary>
internal sealed class ScenarioProject : IDisposable
{
    public const string ProjectText = """
        name: scenarios
        runtime:
          name: dotnet
          options:
            binary: program/Infra.Tests.Scenarios.dll
        config:
          scenarios:case:
            type: string
            description: What the program does
          scenarios:count:
            type: integer
            default: 1
          scenarios:password:
            type: string
            secret: true
            default: not-asked-for
          scenarios:token:
            type: string
            secret: true
            default: not-asked-for

        """;

    public ScenarioProject(string scenario)
    {
        Folder = Directory.CreateTempSubdirectory("infra-scenario-").FullName;
        Directory.CreateSymbolicLink(Path.Combine(Folder, "program"), Path.GetDirectoryName(Repository.Built("Infra.Tests.Scenarios"))!);
        Write("Pulumi.yaml", ProjectText);
        Write("Pulumi.dev.yaml", $"config:\n  aws:region: eu-central-1\n  scenarios:case: {scenario}\n");
    }

    public string Folder { get; }

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    /// <summary>A program that has to be built first: one project, for which a second MSBuild process would only cost time.</summary>
    public void WriteProgram(string folder, string project, string source = "")
    {
        Write("Pulumi.yaml", $"name: scenarios\nruntime: dotnet\nmain: {folder.ToLowerInvariant()}\n");
        Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <BuildInParallel>false</BuildInParallel>
                <RestoreBuildInParallel>false</RestoreBuildInParallel>
              </PropertyGroup>
            </Project>
            """);
        Write($"{folder.ToLowerInvariant()}/{folder}.csproj", project);
        Write($"{folder.ToLowerInvariant()}/Program.cs", source);
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public Task<CommandResult> PreviewAsync(params IEnumerable<string> options) => CommandRun.OfProgram(Folder, ["preview", "dev", .. options]);

    /// <param name="script">Of the shell; it has the command line as <c>"$@"</c>.</param>
    public Task<CommandResult> PreviewInShellAsync(string script) => InfraCommand.RunInShellAsync(Folder, script, "preview", "dev");

    public Task<CommandResult> PreviewAsync(Func<Process, Task> whileRunning, params IEnumerable<string> options) =>
        InfraCommand.RunAsync(Folder, whileRunning, ["preview", "dev", .. options]);

    /// <summary>The number of the program's process, once the case "never ends" has got to the point where it hangs.</summary>
    public async Task<int> ProgramAsync()
    {
        while (!File.Exists(PathOf("pid"))) await Task.Delay(20);
        return int.Parse(await File.ReadAllTextAsync(PathOf("pid")), CultureInfo.InvariantCulture);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
