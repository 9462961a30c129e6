using Infra.Sdk.Generator.Adding;
using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Generating;

/// <summary>In which forms each nested type of a provider is needed: a class is generated for each form and no more.</summary>
public sealed class NestedTypeUses
{
    private readonly Catalog _catalog;
    private readonly Dictionary<InputShape, SortedSet<string>> _inputs = [];
    private readonly SortedSet<string> _outputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _functionOutputs = new(StringComparer.Ordinal);

    public NestedTypeUses(Catalog catalog, CSharpNames names)
    {
        _catalog = catalog;
        foreach (var shape in Enum.GetValues<InputShape>())
            _inputs[shape] = new SortedSet<string>(StringComparer.Ordinal);

        AddResource(catalog.Facts.Resource, hasState: false);
        foreach (var resource in catalog.Resources.Values.Where(resource => !resource.IsOverlay))
            AddResource(resource, hasState: !names.IsKubernetes && !resource.IsComponent);
        foreach (var function in catalog.Functions.Values)
        {
            AddInputs(InputShape.Plain, function.Inputs.Values);
            AddInputs(InputShape.FunctionInput, function.Inputs.Values);
            var outputs = ObjectsOf(function.Outputs.Values);
            _functionOutputs.UnionWith(outputs.Except(_outputs));
            _outputs.UnionWith(outputs);
        }
    }

    /// <summary>The nested types that need an output class, in ordinal order.</summary>
    public IReadOnlyCollection<string> Outputs => _outputs;

    /// <summary>The nested types that need an arguments class of this form, in ordinal order.</summary>
    public IEnumerable<string> InputsAs(InputShape shape) => _inputs[shape];

    public string OutputClassOf(string token) => CSharpNames.ClassOf(token) + (_functionOutputs.Contains(token) ? "Result" : "");

    public PrimitiveKind KindOf(string enumToken) => _catalog.Enums[enumToken].Kind;

    public static string InputClassOf(string token, InputShape shape) => CSharpNames.ClassOf(token) + shape switch
    {
        InputShape.State => "GetArgs",
        InputShape.FunctionInput => "InputArgs",
        _ => "Args",
    };

    /// <summary>The state of a resource: every output, all optional, with the type of the input where there is one.</summary>
    public static OrderedDictionary<string, PropertySchema> StateOf(ResourceSchema resource)
    {
        var state = new OrderedDictionary<string, PropertySchema>(StringComparer.Ordinal);
        foreach (var (name, output) in resource.Outputs)
        {
            var property = resource.Inputs.TryGetValue(name, out var input) ? input : output;
            state.Add(name, property with { Required = false, Default = null, DefaultFrom = [], Constant = null, Secret = output.Secret || property.Secret });
        }

        return state;
    }

    private void AddResource(ResourceSchema resource, bool hasState)
    {
        AddInputs(InputShape.Args, resource.Inputs.Values);
        if (hasState) AddInputs(InputShape.State, StateOf(resource).Values);
        _outputs.UnionWith(ObjectsOf(resource.Outputs.Values));
    }

    private void AddInputs(InputShape shape, IEnumerable<PropertySchema> properties) => _inputs[shape].UnionWith(ObjectsOf(properties));

    private List<string> ObjectsOf(IEnumerable<PropertySchema> properties) => [.. _catalog.Reach(properties).Where(_catalog.Objects.ContainsKey)];
}
