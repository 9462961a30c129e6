using System.Runtime.CompilerServices;
using Infra.Sdk.Generator.Adding;
using Infra.Sdk.Generator.Generating;
using Infra.Sdk.Schema;

namespace Infra.Tests.Sdk.Generator;

/// <summary>A folder of compact files that a test adds to; deleted in the end.</summary>
internal sealed class AdditionFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("infra-schema-").FullName;

    /// <summary>A part of the AWS schema: six resources, two functions and what they reach.</summary>
    public static string Extract { get; } = ExtractBeside();

    public IReadOnlyList<string> Add(params string[] tokens) => Addition.Run(tokens, Extract, Path);

    public IReadOnlyList<string> Files() => SchemaFiles.Folder(Path).List("aws");

    public string Text(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    public IReadOnlyDictionary<string, string> Sources() => ProviderSources.Of(Catalog.Of(ProviderSchema.Open("aws", SchemaFiles.Folder(Path))!));

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string ExtractBeside([CallerFilePath] string file = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, "aws-extract.json");
}
