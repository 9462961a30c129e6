using System.Reflection;

namespace Infra.Sdk.Schema;

/// <summary>Where compact files come from. Paths are relative, with forward slashes.</summary>
public abstract class SchemaFiles
{
    /// <summary>The files that were built into this assembly.</summary>
    public static SchemaFiles Embedded { get; } = new EmbeddedFiles();

    /// <summary>The files of a folder that holds one folder per provider.</summary>
    public static SchemaFiles Folder(string path) => new FolderFiles(path);

    public abstract Stream? Open(string path);

    /// <summary>All paths that begin with a folder's name, in ordinal order.</summary>
    public abstract IReadOnlyList<string> List(string folder);

    /// <summary>The providers that there are files of, in ordinal order.</summary>
    public abstract IReadOnlyList<string> Providers();

    private sealed class EmbeddedFiles : SchemaFiles
    {
        private readonly Assembly _assembly = typeof(SchemaFiles).Assembly;

        public override Stream? Open(string path) => _assembly.GetManifestResourceStream(path);

        public override IReadOnlyList<string> Providers() =>
            [.. _assembly.GetManifestResourceNames().Select(name => name[..name.IndexOf('/')]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        public override IReadOnlyList<string> List(string folder) =>
            [.. _assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private sealed class FolderFiles(string root) : SchemaFiles
    {
        public override Stream? Open(string path)
        {
            var file = Path.Combine(root, path);
            return File.Exists(file) ? File.OpenRead(file) : null;
        }

        public override IReadOnlyList<string> Providers() =>
            Directory.Exists(root)
                ? [.. Directory.EnumerateDirectories(root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
                : [];

        public override IReadOnlyList<string> List(string folder)
        {
            var start = Path.Combine(root, folder);
            if (!Directory.Exists(start)) return [];

            return
            [
                .. Directory.EnumerateFiles(start, "*.json", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
                    .Order(StringComparer.Ordinal),
            ];
        }
    }
}
