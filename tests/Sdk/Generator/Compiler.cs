using System.Runtime.InteropServices;
using Infra.Tests.Testing;

namespace Infra.Tests.Sdk.Generator;

/// <summary>The C# compiler, run on texts.</summary>
internal static class Compiler
{
    /// <summary>Compiles with warnings as errors, but for those that the build of the provider classes allows as well.</summary>
    /// <returns>What the compiler said; empty if all is well.</returns>
    public static async Task<string> CompileAsync(IReadOnlyDictionary<string, string> files, string folder)
    {
        var paths = files.Keys.Select(name => Path.Combine(folder, name)).ToList();
        foreach (var (name, text) in files)
            await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        string[] options =
        [
            "-nologo", "-target:library", "-nullable:enable", "-warnaserror", "-nowarn:CS0108,CS0612,CS0618,CS1701", "-langversion:latest",
            $"-out:\"{Path.Combine(folder, "compiled.dll")}\"",
            .. Directory.EnumerateFiles(runtime, "*.dll").Where(IsManaged).Append(typeof(Pulumi.Resource).Assembly.Location)
                .Select(path => $"-reference:\"{path}\""),
            .. paths.Select(path => $"\"{path}\""),
        ];
        var response = Path.Combine(folder, "compile.rsp");
        await File.WriteAllLinesAsync(response, options);
        var (exitCode, said) = await CompilerProcess.RunAsync(response);
        return exitCode == 0 ? "" : $"exit code {exitCode}\n{said}";
    }

    private static bool IsManaged(string path)
    {
        var name = Path.GetFileName(path);
        return name is "mscorlib.dll" or "netstandard.dll"
            || (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains(".Native", StringComparison.Ordinal));
    }
}
