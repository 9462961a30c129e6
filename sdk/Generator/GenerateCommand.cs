using System.CommandLine;
using Infra.Sdk.Generator.Adding;
using Infra.Sdk.Generator.Generating;
using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator;

internal static class GenerateCommand
{
    private static readonly Option<string> Provider = new("--provider") { Description = "The provider, e.g. aws", Required = true };

    private static readonly Option<string> Output = new("--output")
    {
        Description = "The folder to write to; other .cs files in it are deleted",
        Required = true,
    };

    private static readonly Option<string?> Folder = new("--folder")
    {
        Description = "A folder of compact files to use instead of the ones that are built in",
    };

    public static Command Create()
    {
        var command = new Command(
            "generate",
            "Write the C# classes of a provider; only files that differ are touched. The build of sdk/Pulumi.Aws and its like calls this.")
        {
            Provider, Output, Folder,
        };
        command.SetAction(result => UserMistakes.Report(() =>
        {
            var name = result.GetRequiredValue(Provider);
            var files = result.GetValue(Folder) is { } folder ? SchemaFiles.Folder(folder) : SchemaFiles.Embedded;
            var schema = ProviderSchema.Open(name, files)
                ?? throw new GeneratorException($"There is no schema of a provider '{name}'. There are: {string.Join(", ", files.Providers())}.");
            var sources = ProviderSources.Of(Catalog.Of(schema));
            var changed = GeneratedFolder.Update(result.GetRequiredValue(Output), sources);
            Console.WriteLine($"{name}: {sources.Count} files, {changed} changed");
        }));
        return command;
    }
}
