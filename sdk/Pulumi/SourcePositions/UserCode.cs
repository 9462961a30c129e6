using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>Tells the user's modules from those of the SDK, of provider classes and of the runtime.</summary>
internal static class UserCode
{
    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";

    private static readonly ConcurrentDictionary<Module, bool> Known = [];

    public static bool Contains(Module module) => Known.GetOrAdd(module, IsUserCode);

    private static bool IsUserCode(Module module)
    {
        var assembly = module.Assembly;
        return !assembly.IsDynamic && !IsPulumi(assembly.GetName().Name ?? "") && !IsRuntime(assembly.Location);
    }

    // Provider classes are generated: a line in them says nothing about the program.
    private static bool IsPulumi(string name) =>
        name == "Pulumi" || name.StartsWith("Pulumi.", StringComparison.Ordinal) || name == typeof(Infra.Rpc.RpcChannel).Assembly.GetName().Name;

    private static bool IsRuntime(string location) => location.Length == 0 || Path.GetDirectoryName(location) == RuntimeFolder;
}
