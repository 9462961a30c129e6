using System.Security.Cryptography;
using System.Text;
using Pulumi;

namespace Infra.Components.Delivery;

/// <summary>The files of a site whose pages were generated in advance.</summary>
public sealed record SiteFolder
{
    private const int ReleaseLength = 16;
    private readonly string _name;

    private SiteFolder(string name, IReadOnlyList<SiteFile> files, string release) => (_name, Files, Release) = (name, files, release);

    /// <summary>By path.</summary>
    public IReadOnlyList<SiteFile> Files { get; }

    /// <summary>Names the content of all files together: the same files make the same release.</summary>
    public string Release { get; }

    /// <param name="root">The folder of the project.</param>
    /// <param name="folder">Within it, with slashes.</param>
    public static SiteFolder Read(string root, string folder)
    {
        var full = Path.GetFullPath(Path.Combine(root, folder));
        var files = Directory.Exists(full)
            ? Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).Select(file => ReadFile(full, file))
                .OrderBy(file => file.Path, StringComparer.Ordinal).ToList()
            : [];
        var content = string.Concat(files.Select(file => $"{file.Path}\n{file.Hash}\n"));
        return new(folder, files, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..ReleaseLength]);
    }

    public IEnumerable<string> Check()
    {
        if (Files.Count == 0) yield return $"The folder '{_name}' holds no file; expected are the pages of a site, made in advance.";
        else if (Files.All(file => file.Path != "index.html")) yield return $"The folder '{_name}' holds no index.html.";
        foreach (var problem in Files.SelectMany(file => file.Check())) yield return problem;
    }

    // A path from where the program runs: the engine resolves it there, and no preview shows a path of one machine.
    private static SiteFile ReadFile(string full, string file)
    {
        using var stream = File.OpenRead(file);
        return new(
            Path.GetRelativePath(full, file).Replace('\\', '/'),
            Convert.ToHexStringLower(SHA256.HashData(stream)),
            new FileAsset(Path.GetRelativePath(Environment.CurrentDirectory, file).Replace('\\', '/')));
    }
}
