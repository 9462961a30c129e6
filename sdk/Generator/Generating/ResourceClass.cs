using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Generating;

/// <summary>The class of a resource, its arguments and its state.</summary>
public sealed class ResourceClass(ResourceSchema resource, CSharpNames names, CSharpTypes types)
{
    private readonly string _name = CSharpNames.ClassOf(resource.Token);
    private readonly string _token = SourceText.Literal(resource.Token);
    private readonly string _options = resource.IsComponent ? "ComponentResourceOptions" : "CustomResourceOptions";

    private bool HasState => !names.IsKubernetes && !resource.IsComponent;

    private string ArgsName => names.IsKubernetes ? $"global::{names.InputsNamespaceOf(resource.Token)}.{_name}Args" : _name + "Args";

    public void Write(SourceText source)
    {
        Deprecation.Write(source, resource.Deprecated);
        source.Line($"[{names.Package}ResourceType({_token})]");
        source.Block($"public partial class {_name} : {Parent}", () =>
        {
            foreach (var (name, property) in resource.Outputs)
                WriteOutput(source, name, property);
            WriteConstructors(source);
            WriteMakeOptions(source);
            WriteGet(source);
        });
        if (names.IsKubernetes) return;

        Args.Write(source, types);
        if (HasState)
            State.Write(source, types);
    }

    /// <summary>The arguments; in Kubernetes they lie in another namespace than the resource and are open to be derived from.</summary>
    public ArgsClass Args => new()
    {
        Name = _name + "Args",
        Parent = "ResourceArgs",
        Shape = InputShape.Args,
        Properties = names.IsKubernetes ? AllOptional(resource.Inputs) : resource.Inputs,
        Sealed = !names.IsKubernetes,
    };

    private ArgsClass State => new()
    {
        Name = _name + "State",
        Parent = "ResourceArgs",
        Shape = InputShape.State,
        Properties = NestedTypeUses.StateOf(resource),
    };

    // Kubernetes itself says what a resource lacks; its classes let everything be left out, even the whole arguments.
    private static OrderedDictionary<string, PropertySchema> AllOptional(IReadOnlyDictionary<string, PropertySchema> inputs) =>
        new(inputs.Select(input => KeyValuePair.Create(input.Key, input.Value with { Required = false })), StringComparer.Ordinal);

    private string Parent => (resource.IsComponent, names.IsKubernetes) switch
    {
        (true, _) => "global::Pulumi.ComponentResource",
        (_, true) => $"global::{names.Root}.KubernetesResource",
        _ => "global::Pulumi.CustomResource",
    };

    private void WriteOutput(SourceText source, string name, PropertySchema property)
    {
        source.Line($"[Output({SourceText.Literal(name)})]");
        Deprecation.Write(source, property.Deprecated);
        var type = OutputClass.TypeOf(types, property, names.IsKubernetes);
        source.Line($"public Output<{type}> {CSharpNames.PropertyOf(name, property)} {{ get; private set; }} = null!;");
    }

    private void WriteConstructors(SourceText source)
    {
        var mayOmitArgs = names.IsKubernetes || resource.Inputs.Values.All(input => !input.Required);
        var args = mayOmitArgs ? $"{ArgsName}? args = null" : $"{ArgsName} args";
        var given = names.IsKubernetes ? "MakeArgs(args)" : $"args ?? new {ArgsName}()";
        var remote = resource.IsComponent ? ", remote: true" : "";
        source.Constructor(
            $"public {_name}(string name, {args}, {_options}? options = null)",
            $"{_token}, name, {given}, MakeResourceOptions(options, \"\"){remote}");
        if (names.IsKubernetes) WriteMakeArgs(source);
        if (resource.IsComponent) return;

        var (parameter, state) = HasState ? ($", {_name}State? state = null", "state") : ("", "null");
        source.Constructor(
            $"private {_name}(string name, Input<string> id{parameter}, {_options}? options = null)",
            $"{_token}, name, {state}, MakeResourceOptions(options, id)");
    }

    private void WriteMakeArgs(SourceText source) => source.Block($"private static {ArgsName} MakeArgs({ArgsName}? args)", () =>
    {
        source.Line($"args ??= new {ArgsName}();");
        foreach (var (name, property) in resource.Inputs)
        {
            if (property.Constant is { } constant)
                source.Line($"args.{CSharpNames.PropertyOf(name, property)} = {SourceText.Literal(constant)};");
        }

        source.Line("return args;");
    });

    private void WriteMakeOptions(SourceText source) =>
        source.Block($"private static {_options} MakeResourceOptions({_options}? options, Input<string>? id)", () =>
        {
            source.Line($"var defaultOptions = new {_options}").Line("{").Line("    Version = Utilities.Version,");
            WriteList("Aliases", resource.Aliases.Select(alias => $"new global::Pulumi.Alias {{ Type = {SourceText.Literal(alias)} }}"));
            if (!resource.IsComponent)
                WriteList(
                    "AdditionalSecretOutputs",
                    resource.Outputs.Where(output => output.Value.Secret).Select(output => SourceText.Literal(output.Key)));
            WriteList(
                "ReplaceOnChanges",
                resource.Outputs.Where(output => output.Value.ReplaceOption).Select(output => SourceText.Literal(output.Key)));
            source.Line("};");
            source.Line($"var merged = {_options}.Merge(defaultOptions, options);");
            source.Line("merged.Id = id ?? merged.Id;");
            source.Line("return merged;");

            void WriteList(string name, IEnumerable<string> items)
            {
                var text = string.Join(", ", items);
                if (text.Length > 0) source.Line($"    {name} = {{ {text} }},");
            }
        });

    private void WriteGet(SourceText source)
    {
        if (resource.IsComponent) return;

        var (parameter, argument) = HasState ? ($", {_name}State? state = null", ", state") : ("", "");
        source.Line($"public static {_name} Get(string name, Input<string> id{parameter}, {_options}? options = null) =>");
        source.Line($"    new {_name}(name, id{argument}, options);");
    }
}
