using System.Diagnostics;
using System.Reflection;

namespace Infra.Tests.Testing;

/// <summary>The C# compiler that built these tests.</summary>
internal static class CompilerProcess
{
    // The compiler server of the build is warm, and a compiler of its own takes a second to get there. Where builds do without one, so do tests.
    private static readonly string[] Shared =
        string.Equals(Environment.GetEnvironmentVariable("UseSharedCompilation"), "false", StringComparison.OrdinalIgnoreCase) ? [] : ["-shared"];

    /// <param name="options">A file of its options.</param>
    public static async Task<(int ExitCode, string Said)> RunAsync(string options)
    {
        var compiler = typeof(CompilerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "CSharpCompiler").Value!;
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", compiler, .. Shared, "-noconfig", $"@{options}"]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
