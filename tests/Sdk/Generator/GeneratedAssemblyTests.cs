using System.Reflection;
using Infra.Sdk.Schema;
using Pulumi;

namespace Infra.Tests.Sdk.Generator;

public sealed class GeneratedAssemblyTests
{
    public static TheoryData<string, Type> Packages => new()
    {
        { "aws", typeof(Pulumi.Aws.Provider) },
        { "kubernetes", typeof(Pulumi.Kubernetes.Provider) },
        { "cloudflare", typeof(Pulumi.Cloudflare.Provider) },
    };

    [Theory, MemberData(nameof(Packages))]
    public void The_resource_classes_are_those_of_the_compact_files(string provider, Type inAssembly)
    {
        ArgumentNullException.ThrowIfNull(inAssembly);
        var schema = ProviderSchema.Find(provider)!;
        string[] expected = [schema.Provider.Token, .. schema.Resources().Where(resource => !resource.IsOverlay).Select(resource => resource.Token)];

        var generated = inAssembly.Assembly.GetExportedTypes()
            .Select(type => type.GetCustomAttribute<ResourceTypeAttribute>()?.Type)
            .OfType<string>();

        generated.Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Packages))]
    public void Every_function_has_a_class(string provider, Type inAssembly)
    {
        ArgumentNullException.ThrowIfNull(inAssembly);
        var functions = inAssembly.Assembly.GetExportedTypes().Where(type => type.IsAbstract && type.IsSealed && type.GetMethod("InvokeAsync") is not null);

        functions.Select(type => type.Name).Order(StringComparer.Ordinal)
            .ShouldBe(ProviderSchema.Find(provider)!.Functions().Select(function => Pascal(function.Token)).Order(StringComparer.Ordinal));
    }

    private static string Pascal(string token)
    {
        var name = SchemaPath.Split(token).Name;
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
