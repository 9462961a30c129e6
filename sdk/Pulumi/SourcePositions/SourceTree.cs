using System.Collections.Concurrent;
using Infra.Rpc.Messages;

namespace Pulumi;

/// <summary>Finds the source line of an instruction, relative to the root folder of a project.</summary>
/// <param name="root">The folder of the project file; null if there is none.</param>
internal sealed class SourceTree(string? root)
{
    // A build that hides the paths of its machine writes this in their place.
    private const string MappedRoot = "/_/";

    private readonly string? _root = root is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar;
    private readonly ConcurrentDictionary<CodeAddress, SourceLine?> _lines = [];

    /// <summary>Null if the module has no debug information, or none for this place.</summary>
    public SourceLine? Locate(CodeAddress address) => _lines.GetOrAdd(address, Find);

    private SourceLine? Find(CodeAddress address)
    {
        try
        {
            return SequencePoints.Of(address.Module).Find(address.MethodToken, address.Offset) is { } point ? LineOf(point.File, point.Line) : null;
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException or ArgumentException)
        {
            // A position is a courtesy: damaged debug information must not stop a deployment.
            return null;
        }
    }

    private SourceLine LineOf(string file, int line)
    {
        if (RelativePathOf(file) is { } relative)
        {
            var path = string.Join('/', relative.Split('/', '\\').Select(Uri.EscapeDataString));
            return new(new SourcePosition { Uri = $"project:///{path}", Line = line }, IsInProject: true);
        }

        // An absolute path of this machine or of the one that built the package.
        var segments = file.Replace('\\', '/').TrimStart('/').Split('/');
        var escaped = string.Join('/', segments.Select(segment => Uri.EscapeDataString(segment).Replace("%3A", ":", StringComparison.Ordinal)));
        return new(new SourcePosition { Uri = $"file:///{escaped}", Line = line }, IsInProject: false);
    }

    private string? RelativePathOf(string file)
    {
        if (_root is null) return null;
        if (file.StartsWith(_root, StringComparison.Ordinal)) return file[_root.Length..];
        if (!file.StartsWith(MappedRoot, StringComparison.Ordinal)) return null;

        var mapped = file[MappedRoot.Length..];
        return File.Exists(Path.Combine(_root, mapped)) ? mapped : null;
    }
}

/// <summary>A source line as the protocol writes it.</summary>
internal sealed record SourceLine(SourcePosition Position, bool IsInProject);
