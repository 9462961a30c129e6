using System.Reflection;
using System.Runtime.CompilerServices;
using Infra.Rpc.Messages;
using Frame = Infra.Rpc.Messages.StackFrame;
using Trace = Infra.Rpc.Messages.StackTrace;

namespace Pulumi;

/// <summary>Where in the user's code something was made: captured at once, turned into files and lines only when asked for.</summary>
internal sealed class CallSite
{
    private static readonly CallSite Unknown = new([]);

    private readonly List<CodeAddress> _addresses;

    private CallSite(List<CodeAddress> addresses) => _addresses = addresses;

    /// <summary>The stack of the caller, without the frames of the SDK, of provider classes and of the runtime; nothing where nobody reads it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static CallSite Capture(IMonitor reader)
    {
        if (!reader.ReadsSourceLines) return Unknown;

        var stack = new System.Diagnostics.StackTrace(1, fNeedFileInfo: false);
        var addresses = new List<CodeAddress>(8);
        for (var i = 0; i < stack.FrameCount; i++)
        {
            if (AddressOf(stack.GetFrame(i)!) is { } address) addresses.Add(address);
        }
        return new(addresses);
    }

    /// <summary>All frames of user code with a known line, innermost first; null if there is none.</summary>
    public Trace? ToTrace(SourceTree sources)
    {
        var trace = new Trace();
        foreach (var address in _addresses)
        {
            if (sources.Locate(address) is { } location) trace.Frames.Add(new Frame { Pc = location.Position });
        }
        return trace.Frames.Count > 0 ? trace : null;
    }

    /// <summary>
    /// The innermost line of the project itself. A component of a package has lines too, but of files that the user does not have;
    /// one of those is taken only if the stack holds no line of the project.
    /// </summary>
    public SourcePosition? ToPosition(SourceTree sources)
    {
        SourcePosition? outside = null;
        foreach (var address in _addresses)
        {
            if (sources.Locate(address) is not { } location) continue;
            if (location.IsInProject) return location.Position;
            outside ??= location.Position;
        }
        return outside;
    }

    private static CodeAddress? AddressOf(System.Diagnostics.StackFrame frame)
    {
        // A method without a type was made at run time and has no token.
        if (frame.GetMethod() is not { DeclaringType: not null } method) return null;
        var module = method.Module;
        return UserCode.Contains(module) ? new(module, method.MetadataToken, frame.GetILOffset()) : null;
    }
}

/// <summary>One instruction of a loaded module.</summary>
internal readonly record struct CodeAddress(Module Module, int MethodToken, int Offset);
