using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Tests.Testing;

namespace Infra.Tests.Sdk.Compilation;

/// <summary>The compiler that built these tests, as a child process, with the SDK and the vectors' provider classes as references.</summary>
internal static partial class CSharpCompiler
{
    /// <summary>Compiles one file.</summary>
    /// <returns>The errors by line, counted from one.</returns>
    public static async Task<ILookup<int, string>> ErrorsOfAsync(string source)
    {
        var folder = Directory.CreateTempSubdirectory("infra-compilation-");
        try
        {
            var file = Path.Combine(folder.FullName, "Program.cs");
            await File.WriteAllTextAsync(file, source);
            var options = Path.Combine(folder.FullName, "options.rsp");
            await File.WriteAllLinesAsync(options, Options(folder.FullName, file));
            return await RunAsync(options);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Options(string folder, string file)
    {
        var runtime = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll"));
        string[] own = [typeof(Pulumi.Resource).Assembly.Location, typeof(Vectors.Provider.Thing).Assembly.Location];
        return
        [
            "-nologo", "-target:library", "-nullable:enable", "-langversion:latest", "-nostdlib", "-preferreduilang:en",
            $"-out:\"{Path.Combine(folder, "Program.dll")}\"", $"\"{file}\"", .. runtime.Concat(own).Select(path => $"-reference:\"{path}\""),
        ];
    }

    private static async Task<ILookup<int, string>> RunAsync(string options)
    {
        var (exitCode, output) = await CompilerProcess.RunAsync(options);
        var errors = ErrorLine().Matches(output);
        if (exitCode != 0 && errors.Count == 0) throw new InvalidOperationException($"The compiler failed:\n{output}");
        return errors.ToLookup(error => int.Parse(error.Groups["line"].ValueSpan, CultureInfo.InvariantCulture), error => error.Groups["text"].Value);
    }

    [GeneratedRegex(@"Program\.cs\((?<line>\d+),\d+\): error (?<text>.*)")]
    private static partial Regex ErrorLine();
}
