using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Generating;

/// <summary>What a package has once: the provider, its configuration, and what all other classes lean on.</summary>
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

            source.Block($"public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null) : base({SourceText.Literal(facts.Name)}, name, args ?? new ProviderArgs(), MakeResourceOptions(options, \"\"))", () => { });
            source.Block("private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)", () =>
            {
                var secrets = string.Join(", ", provider.Outputs.Where(output => output.Value.Secret).Select(output => SourceText.Literal(output.Key)));
                source.Line($"var defaultOptions = new CustomResourceOptions {{ Version = Utilities.Version{(secrets.Length > 0 ? $", AdditionalSecretOutputs = {{ {secrets} }}" : "")} }};");
                source.Line("var merged = CustomResourceOptions.Merge(defaultOptions, options);");
                source.Line("merged.Id = id ?? merged.Id;");
                source.Line("return merged;");
            });
        });
        new ArgsClass { Name = "ProviderArgs", Parent = "ResourceArgs", Shape = InputShape.Args, Properties = provider.Inputs, OfProvider = true }.Write(source, types);
    }

    public static void WriteUtilities(SourceText source, ProviderFacts facts, CSharpNames names)
    {
        source.Block($"internal sealed class {names.Package}ResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute", () =>
            source.Block($"public {names.Package}ResourceTypeAttribute(string type) : base(type, Utilities.Version)", () => { }));
        if (names.IsKubernetes)
        {
            source.Block("public abstract class KubernetesResource : global::Pulumi.CustomResource", () =>
                source.Block("private protected KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null) : base(type, name, args, options)", () => { }));
        }

        source.Block("internal static class Utilities", () =>
        {
            source.Line($"public static string Version => {SourceText.Literal(facts.Version)};");
            source.Line("public static InvokeOptions WithDefaults(this InvokeOptions? options) => options?.Version is not null ? options : new InvokeOptions { Parent = options?.Parent, Provider = options?.Provider, PluginDownloadURL = options?.PluginDownloadURL, Version = Version };");
            source.Line("public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? options) => options?.Version is not null ? options : new InvokeOutputOptions { Parent = options?.Parent, Provider = options?.Provider, PluginDownloadURL = options?.PluginDownloadURL, DependsOn = options?.DependsOn ?? new InputList<global::Pulumi.Resource>(), Version = Version };");
            source.Block("public static string? GetEnv(params string[] names)", () =>
            {
                source.Block("foreach (var name in names)", () =>
                    source.Line("if (global::System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value) return value;"));
                source.Line("return null;");
            });
            source.Line("public static bool? GetEnvBoolean(params string[] names) => GetEnv(names) is { } value ? value is \"1\" or \"t\" or \"T\" or \"true\" or \"TRUE\" or \"True\" ? true : value is \"0\" or \"f\" or \"F\" or \"false\" or \"FALSE\" or \"False\" ? false : null : null;");
            source.Line("public static int? GetEnvInt32(params string[] names) => int.TryParse(GetEnv(names), global::System.Globalization.NumberStyles.Integer, global::System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;");
            source.Line("public static double? GetEnvDouble(params string[] names) => double.TryParse(GetEnv(names), global::System.Globalization.NumberStyles.Float, global::System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;");
        });
    }
}
