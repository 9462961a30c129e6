using System.Diagnostics;
using System.Security.Cryptography;

namespace Infra.Tests.Testing;

/// <summary>A folder of Node.js sources with a package-lock.json, copied beside its installed packages under artifacts/node.</summary>
internal static class NodePackage
{
    private const string InstalledMark = "node_modules/.installed";

    // Tests of one process share an installation; two processes (two clones' test runs) have their own artifacts.
    private static readonly SemaphoreSlim Installing = new(1);

    public static IReadOnlyList<string> Tools { get; } = ["node", "npm"];

    public static string? Find(string tool) => Tool.Find(tool);

    /// <summary>Copies the sources and installs what their lock file names, unless that was done before.</summary>
    /// <returns>The folder in which the sources can run.</returns>
    public static async Task<string> InstallAsync(string source)
    {
        var folder = Repository.Path("artifacts", "node", Path.GetFileName(source));
        await Installing.WaitAsync();
        try
        {
            CopySources(source, folder);
            var mark = Path.Combine(folder, InstalledMark);
            var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json"))));
            if (File.Exists(mark) && await File.ReadAllTextAsync(mark) == wanted) return folder;

            await RunNpmAsync(folder);
            await File.WriteAllTextAsync(mark, wanted);
            return folder;
        }
        finally
        {
            Installing.Release();
        }
    }

    /// <summary>A process of Node.js that has the folder as its own and its streams redirected.</summary>
    public static Process Start(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Find("node")!, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static void CopySources(string source, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.StartsWith("node_modules", StringComparison.Ordinal)) continue;
            var target = Path.Combine(folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static async Task RunNpmAsync(string folder)
    {
        using var npm = Process.Start(new ProcessStartInfo(Find("npm")!, ["ci", "--no-progress"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = await npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0) throw new InvalidOperationException($"npm ci failed in {folder} with exit code {npm.ExitCode}:\n{await output}\n{errors}");
    }
}
