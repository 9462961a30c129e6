using System.Diagnostics;

namespace Infra.Tests.Testing;

/// <summary>Programs of the operating system that judge what components generate.</summary>
internal static class Tool
{
    public static string? Find(string name)
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{name}.exe", $"{name}.cmd"] : [name];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names, Path.Combine)
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Its output and errors, if it is content.</summary>
    /// <exception cref="ShouldAssertException">It ended with another code than 0; the text holds what it said.</exception>
    public static async Task<string> RunAsync(string name, params IEnumerable<string> arguments)
    {
        using var process = Start(name, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new ShouldAssertException($"{name} ended with {process.ExitCode}:\n{await output}\n{errors}");
        return await output + errors;
    }

    public static Process Start(string name, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(Find(name)!, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
