using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Pulumi;

/// <summary>The debug information of one module: which source line an instruction comes from.</summary>
internal sealed class SequencePoints
{
    private static readonly ConcurrentDictionary<Module, SequencePoints> Known = [];

    private readonly MetadataReader? _reader;

    private SequencePoints(MetadataReader? reader) => _reader = reader;

    public static SequencePoints Of(Module module) => Known.GetOrAdd(module, Open);

    /// <summary>The last visible sequence point at or before the offset.</summary>
    public (string File, int Line)? Find(int methodToken, int offset)
    {
        if (_reader is null) return null;
        var handle = MetadataTokens.MethodDebugInformationHandle(MetadataTokens.GetRowNumber(MetadataTokens.EntityHandle(methodToken)));

        SequencePoint? last = null;
        foreach (var point in _reader.GetMethodDebugInformation(handle).GetSequencePoints())
        {
            if (point.Offset > offset) break;
            if (!point.IsHidden) last = point;
        }
        return last is { } found ? (_reader.GetString(_reader.GetDocument(found.Document).Name), found.StartLine) : null;
    }

    // Debug information lies in the assembly or in a .pdb beside it, which is read whole, so that no file stays open.
    private static SequencePoints Open(Module module)
    {
        var path = module.Assembly.Location;
        if (path.Length == 0) return new(null);

        using var assembly = new PEReader(File.OpenRead(path));
        return assembly.TryOpenAssociatedPortablePdb(path, ReadBeside, out var provider, out _)
            ? new(provider!.GetMetadataReader())
            : new(null);
    }

    private static MemoryStream? ReadBeside(string path) => File.Exists(path) ? new(File.ReadAllBytes(path)) : null;
}
