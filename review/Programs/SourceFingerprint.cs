using System.Security.Cryptography;
using System.Text;

namespace Infra.Review.Programs;

/// <summary>Changes when a source of a build is edited, added, removed or renamed.</summary>
public static class SourceFingerprint
{
    private static readonly string[] SettingsFiles = ["*.props", "*.targets", "global.json", "NuGet.config", "nuget.config", ".editorconfig"];
    private static readonly HashSet<string> OutputFolders = new(["bin", "obj", "artifacts", "node_modules", "TestResults"], StringComparer.Ordinal);

    /// <param name="folders">The folders of the projects; build settings of the folders above count as well.</param>
    /// <returns>A hash over paths, sizes and times, and the time (UTC) of the newest file.</returns>
    public static (string Hash, DateTime Newest) Of(IEnumerable<string> folders)
    {
        var roots = folders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var files = roots.Where(Directory.Exists).SelectMany(folder => Sources(new DirectoryInfo(folder)))
            .Concat(roots.SelectMany(Above).Distinct(StringComparer.Ordinal).SelectMany(Settings))
            .DistinctBy(file => file.FullName)
            .OrderBy(file => file.FullName, StringComparer.Ordinal);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var newest = DateTime.MinValue;
        foreach (var file in files)
        {
            var time = file.LastWriteTimeUtc;
            if (time > newest) newest = time;
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{file.FullName}|{file.Length}|{time.Ticks}\n")));
        }
        hash.AppendData(Encoding.UTF8.GetBytes(SdkChoice()));
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), newest);
    }

    // The SDK switch of the build looks at these.
    private static string SdkChoice()
    {
        var home = Environment.GetEnvironmentVariable("PULUMI_HOME")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pulumi");
        return $"{Environment.GetEnvironmentVariable("PulumiSdk")}|{Directory.Exists(home)}";
    }

    private static IEnumerable<FileInfo> Sources(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is FileInfo file) yield return file;
            else if (entry is DirectoryInfo inner && entry.Name[0] != '.' && !OutputFolders.Contains(entry.Name))
                foreach (var source in Sources(inner)) yield return source;
        }
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var current = Path.GetDirectoryName(folder); current is not null; current = Path.GetDirectoryName(current)) yield return current;
    }

    private static IEnumerable<FileInfo> Settings(string folder) =>
        SettingsFiles.SelectMany(pattern => new DirectoryInfo(folder).EnumerateFiles(pattern));
}
