using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Review.Model;

namespace Infra.Review.Programs;

/// <summary>Runs <c>dotnet build</c> on one project.</summary>
public static partial class MSBuild
{
    private const int ShownErrors = 5;

    // A build that runs inside another's (dotnet run, dotnet test) must not take over its settings. With the last of them the nodes that MSBuild
    // keeps for a next build keep the pipe of this one too, and nobody who reads it would come to an end.
    private static readonly string[] OfAnotherBuild =
    [
        "MSBuildExtensionsPath", "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILDENSURESTDOUTFORTASKPROCESSES",
    ];

    /// <summary>The assembly, and the folders of the project and all that it refers to.</summary>
    public sealed record Output(string TargetPath, IReadOnlyList<string> ProjectFolders);

    /// <exception cref="UserException">It does not build; the first errors are told.</exception>
    public static async Task<Output> BuildAsync(string projectFile, string name, string root, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(DotnetHost.Path)
        {
            ArgumentList =
            {
                "build", projectFile, "-nologo", "-verbosity:quiet", "-target:Build",
                "-getProperty:TargetPath", "-getProperty:MSBuildProjectExtensionsPath",
            },
            WorkingDirectory = Path.GetDirectoryName(projectFile)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        foreach (var inherited in OfAnotherBuild) start.Environment.Remove(inherited);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            var text = await output;
            if (process.ExitCode != 0) throw new UserException(ExitCode.Program, Explain(name, root, $"{await errors}\n{text}"));
            return Read(projectFile, text);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Output Read(string projectFile, string text)
    {
        using var document = JsonDocument.Parse(text);
        var properties = document.RootElement.GetProperty("Properties");
        var intermediate = properties.GetProperty("MSBuildProjectExtensionsPath").GetString()!;
        return new Output(properties.GetProperty("TargetPath").GetString()!, Closure(projectFile, intermediate));
    }

    // The restore writes down every project that takes part.
    private static string[] Closure(string projectFile, string intermediate)
    {
        var path = Path.Combine(Path.GetDirectoryName(projectFile)!, intermediate, $"{Path.GetFileName(projectFile)}.nuget.dgspec.json");
        if (!File.Exists(path)) return [Path.GetDirectoryName(projectFile)!];

        using var stream = File.OpenRead(path);
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("projects").EnumerateObject()
            .Select(project => Path.GetDirectoryName(project.Name)!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    private static string Explain(string name, string root, string output)
    {
        var errors = output.Split('\n')
            .Select(line => ErrorLine().Match(line))
            .Where(match => match.Success)
            .Select(match => Describe(match, root))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var lines = errors.Length > 0
            ? errors.Take(ShownErrors)
            : output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(ShownErrors);
        var more = errors.Length > ShownErrors ? FormattableString.Invariant($"\n  and {errors.Length - ShownErrors} more") : "";
        return $"Program '{name}' does not compile:\n  {string.Join("\n  ", lines)}{more}{WithoutRegistry(errors, root)}";
    }

    // The one reason to fail that this repository's own switch mends.
    private static string WithoutRegistry(string[] errors, string root) =>
        errors.Any(error => error.Contains("NU1101", StringComparison.Ordinal) && error.Contains(" package Pulumi", StringComparison.Ordinal))
        && File.Exists(Path.Combine(root, "PulumiSdk.props"))
            ? "\nWhere no registry has Pulumi's packages, build with the SDK of this repository: set the environment variable PulumiSdk to embedded."
            : "";

    private static string Describe(Match match, string root)
    {
        var file = match.Groups["file"].Value.Trim();
        var place = Path.IsPathRooted(file) ? Path.GetRelativePath(root, file) : file;
        var position = match.Groups["line"].Success ? $":{match.Groups["line"].Value}:{match.Groups["column"].Value}" : "";
        var code = match.Groups["code"].Success ? $"{match.Groups["code"].Value}: " : "";
        return $"{place}{position}: {code}{match.Groups["text"].Value.Trim()}";
    }

    [GeneratedRegex(
        @"^\s*(?<file>.+?)(\((?<line>\d+),(?<column>\d+)[^)]*\))?\s*: error( (?<code>[A-Za-z]+\d*))?\s*: (?<text>.+?)(\s\[[^\]]+\])?\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ErrorLine();
}
