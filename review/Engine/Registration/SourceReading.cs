using Infra.Policies;
using Infra.Rpc.Messages;

namespace Infra.Review.Engine.Registration;

/// <summary>Source positions as paths relative to the project's folder.</summary>
/// <param name="projectFolder">Absolute.</param>
public sealed class SourceReading(string projectFolder)
{
    private const string ProjectScheme = "project:///";
    private const string FileScheme = "file://";

    /// <summary>The position itself if it is the user's code, else the innermost line of the user's code that led there.</summary>
    public SourceLocation? Read(SourcePosition? position, IReadOnlyList<SourceLocation> chain) =>
        Read(position) ?? (chain.Count > 0 ? chain[0] : null);

    /// <summary>The lines of the user's code, innermost first.</summary>
    public IReadOnlyList<SourceLocation> Read(StackTrace? trace) =>
        trace is null ? [] : [.. trace.Frames.Select(frame => Read(frame.Pc)).OfType<SourceLocation>()];

    private SourceLocation? Read(SourcePosition? position)
    {
        if (position is null || position.Uri.Length == 0) return null;
        var path = PathOf(Uri.UnescapeDataString(position.Uri));
        return path is null || IsInstalled(path) ? null : new SourceLocation(path, position.Line);
    }

    // Files outside of the project (an SDK's, a package's) say nothing to its reader, and their paths differ between machines.
    private string? PathOf(string uri)
    {
        if (uri.StartsWith(ProjectScheme, StringComparison.Ordinal)) return uri[ProjectScheme.Length..];
        if (!uri.StartsWith(FileScheme, StringComparison.Ordinal)) return null;

        var relative = Path.GetRelativePath(projectFolder, uri[FileScheme.Length..]).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }

    // Node.js keeps packages inside of the project.
    private static bool IsInstalled(string path) => path.Split('/').Contains("node_modules");
}
