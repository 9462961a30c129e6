using System.Diagnostics;
using System.Security.Cryptography;

namespace Infra.Tests.Testing;

/// <summary>A package of the Node.js workspace tests/Interop, copied to artifacts/node, where what its lock file names is installed once for all.</summary>
internal static class NodePackage
{
    private const string InstalledMark = "node_modules/.installed";

    private static readonly string Workspace = Repository.Path("artifacts", "node");

    private static readonly Lazy<Task> Installation = new(InstallWorkspaceAsync);

    public static IReadOnlyList<string> Tools { get; } = ["node", "npm"];

    public static string? Find(string tool) => Tool.Find(tool);

    /// <param name="name">The package's folder in tests/Interop.</param>
    /// <returns>The folder in which its sources can run.</returns>
    public static async Task<string> InstallAsync(string name)
    {
        await Installation.Value;
        return Path.Combine(Workspace, name);
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

    private static async Task InstallWorkspaceAsync()
    {
        CopySources(Repository.Path("tests", "Interop"));
        var mark = Path.Combine(Workspace, InstalledMark);
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Workspace, "package-lock.json"))));
        if (File.Exists(mark) && await File.ReadAllTextAsync(mark) == wanted) return;

        await RunNpmAsync();
        await File.WriteAllTextAsync(mark, wanted);
    }

    private static void CopySources(string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar).Contains("node_modules") || Path.GetExtension(file) == ".cs") continue;
            var target = Path.Combine(Workspace, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static async Task RunNpmAsync()
    {
        using var npm = Process.Start(new ProcessStartInfo(Find("npm")!, ["ci", "--no-progress", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = Workspace,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = await npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0) throw new InvalidOperationException($"npm ci failed in {Workspace} with exit code {npm.ExitCode}:\n{await output}\n{errors}");
    }
}
