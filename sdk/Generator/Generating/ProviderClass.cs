using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Generating;

/// <summary>The class of the provider itself, and its arguments.</summary>
public static class ProviderClass
{
    public static void Write(SourceText source, ProviderFacts facts, CSharpNames names, CSharpTypes types)
    {
        var provider = facts.Resource;
        source.Line($"[{names.Package}ResourceType({SourceText.Literal(provider.Token)})]");
        source.Block("public partial class Provider : global::Pulumi.ProviderResource", () =>
        {
            foreach (var (name, property) in provider.Outputs)
            {
                var type = OutputClass.TypeOf(types, property, neverNull: false);
                source.Line($"[Output({SourceText.Literal(name)})]");
                Deprecation.Write(source, property.Deprecated);
                source.Line($"public Output<{type}> {CSharpNames.PropertyOf(name, property)} {{ get; private set; }} = null!;");
            }

            source.Constructor(
                "public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)",
                $"{SourceText.Literal(facts.Name)}, name, args ?? new ProviderArgs(), MakeResourceOptions(options, \"\")");
            source.Block("private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)", () =>
            {
                var secrets = string.Join(
                    ", ",
                    provider.Outputs.Where(output => output.Value.Secret).Select(output => SourceText.Literal(output.Key)));
                source.Line("var defaultOptions = new CustomResourceOptions").Line("{").Line("    Version = Utilities.Version,");
                if (secrets.Length > 0) source.Line($"    AdditionalSecretOutputs = {{ {secrets} }},");
                source.Line("};");
                source.Line("var merged = CustomResourceOptions.Merge(defaultOptions, options);");
                source.Line("merged.Id = id ?? merged.Id;");
                source.Line("return merged;");
            });
        });
        new ArgsClass
        {
            Name = "ProviderArgs",
            Parent = "ResourceArgs",
            Shape = InputShape.Args,
            Properties = provider.Inputs,
            OfProvider = true,
        }.Write(source, types);
    }
}
