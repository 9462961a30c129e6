using System.Reflection;
using System.Runtime.Loader;
using Infra.Tests.Sdk.Generator;

namespace Infra.Tests.Sdk.Provider;

/// <summary>An assembly of components, compiled from a text.</summary>
internal static class ComponentAssembly
{
    private const string Usings = "using System.Collections.Generic;\nusing System.Collections.Immutable;\nusing Pulumi;\n";

    public static async Task<Assembly> CompileAsync(string source)
    {
        var folder = Directory.CreateTempSubdirectory("infra-components-");
        try
        {
            (await Compiler.CompileAsync(new Dictionary<string, string> { ["Components.cs"] = Usings + source }, folder.FullName)).ShouldBeEmpty();
            using var compiled = new MemoryStream(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "compiled.dll")));
            return new AssemblyLoadContext(folder.Name).LoadFromStream(compiled);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
