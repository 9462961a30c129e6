using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Generating;

/// <summary>What all classes of a package lean on: its version, the defaults of its invokes, and readers of the environment.</summary>
public static class UtilitiesClass
{
    private const string Text = """
        internal sealed class <Package>ResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute
        {
            public <Package>ResourceTypeAttribute(string type)
                : base(type, Utilities.Version)
            {
            }
        }

        internal static class Utilities
        {
            public static string Version => <Version>;

            public static InvokeOptions WithDefaults(this InvokeOptions? options) => options switch
            {
                { Version: not null } => options,
                InvokeOutputOptions output => output.WithDefaults(),
                _ => new InvokeOptions
                {
                    Parent = options?.Parent,
                    Provider = options?.Provider,
                    PluginDownloadURL = options?.PluginDownloadURL,
                    Version = Version,
                },
            };

            public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? options) => options?.Version is not null ? options : new InvokeOutputOptions
            {
                Parent = options?.Parent,
                Provider = options?.Provider,
                PluginDownloadURL = options?.PluginDownloadURL,
                DependsOn = options?.DependsOn ?? new InputList<global::Pulumi.Resource>(),
                Version = Version,
            };

            public static string? GetEnv(params string[] names)
            {
                foreach (var name in names)
                {
                    if (global::System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value) return value;
                }
                return null;
            }

            public static bool? GetEnvBoolean(params string[] names) => GetEnv(names) switch
            {
                "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
                "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
                _ => null,
            };

            public static int? GetEnvInt32(params string[] names) =>
                int.TryParse(GetEnv(names), global::System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

            public static double? GetEnvDouble(params string[] names) =>
                double.TryParse(GetEnv(names), global::System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;
        }
        """;

    private const string KubernetesText = """

        public abstract class KubernetesResource : global::Pulumi.CustomResource
        {
            private protected KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
                : base(type, name, args, options)
            {
            }
        }
        """;

    public static void Write(SourceText source, ProviderFacts facts, CSharpNames names)
    {
        source.Lines(Text
            .Replace("<Package>", names.Package, StringComparison.Ordinal)
            .Replace("<Version>", SourceText.Literal(facts.Version), StringComparison.Ordinal));
        if (names.IsKubernetes) source.Lines(KubernetesText);
    }
}
