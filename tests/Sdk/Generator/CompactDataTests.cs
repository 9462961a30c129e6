using Infra.Sdk.Generator.Adding;
using Infra.Sdk.Generator.Generating;
using Infra.Sdk.Schema;
using Infra.Tests.Testing;

namespace Infra.Tests.Sdk.Generator;

public sealed class CompactDataTests
{
    public static TheoryData<string> Providers => [.. SchemaFiles.Embedded.Providers()];

    [Theory, MemberData(nameof(Providers))]
    public void Every_compact_file_is_what_the_add_command_writes(string provider)
    {
        var files = SchemaFiles.Folder(Repository.Path("sdk", "Schema", "Data"));
        var written = CompactLayout.Files(Catalog.Of(ProviderSchema.Open(provider, files)!));

        files.List(provider).ShouldBe(written.Keys);
        written.ShouldAllBe(file => File.ReadAllText(Repository.Path("sdk", "Schema", "Data", file.Key)) == file.Value);
    }

    [Theory, MemberData(nameof(Providers))]
    public void Every_nested_type_that_is_named_is_there(string provider)
    {
        var catalog = Catalog.Of(ProviderSchema.Find(provider)!);
        var properties = catalog.Resources.Values.SelectMany(resource => resource.Inputs.Values.Concat(resource.Outputs.Values))
            .Concat(catalog.Functions.Values.SelectMany(function => function.Inputs.Values.Concat(function.Outputs.Values)));

        catalog.Reach(properties).Where(token => !catalog.Objects.ContainsKey(token) && !catalog.Enums.ContainsKey(token)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Providers))]
    public void Generating_twice_gives_the_same_bytes(string provider)
    {
        var first = ProviderSources.Of(Catalog.Of(ProviderSchema.Open(provider, SchemaFiles.Embedded)!));
        var second = ProviderSources.Of(Catalog.Of(ProviderSchema.Open(provider, SchemaFiles.Embedded)!));

        first.ShouldNotBeEmpty();
        second.ShouldBe(first);
    }
}
