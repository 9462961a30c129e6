using System.Text.Json;
using Infra.Sdk.Schema;
using Properties = System.Collections.Generic.IReadOnlyDictionary<string, Infra.Sdk.Schema.PropertySchema>;

namespace Infra.Sdk.Generator.Generating;

/// <summary>A class of arguments: of a resource, a state, a function, or a nested type in one of its forms.</summary>
public sealed record ArgsClass
{
    public required string Name { get; init; }
    public required string Parent { get; init; }
    public required InputShape Shape { get; init; }
    public required Properties Properties { get; init; }
    public bool Sealed { get; init; } = true;

    /// <summary>Arguments of a provider: everything but strings travels as JSON text.</summary>
    public bool OfProvider { get; init; }

    public void Write(SourceText source, CSharpTypes types) => source.Block($"public {(Sealed ? "sealed " : "")}class {Name} : global::Pulumi.{Parent}", () =>
    {
        foreach (var (name, property) in Properties)
            WriteProperty(source, types, name, property);
        source.Block($"public {Name}()", () =>
        {
            foreach (var (name, property) in Properties)
            {
                if (DefaultOf(property) is { } value)
                    source.Line($"{CSharpNames.PropertyOf(name, property)} = {value};");
            }
        });
        source.Line($"public static new {Name} Empty => new {Name}();");
    });

    private void WriteProperty(SourceText source, CSharpTypes types, string name, PropertySchema property)
    {
        var type = types.TypeOf(property);
        var text = Shape == InputShape.Plain ? types.Plain(type) : types.Input(type, Shape);
        var member = CSharpNames.PropertyOf(name, property);
        var isCollection = type is TypeSchema.List or TypeSchema.Map;
        var json = OfProvider && type is not TypeSchema.Primitive { Kind: PrimitiveKind.String };
        var attribute = $"[Input({SourceText.Literal(name)}{(property.Required ? ", required: true" : "")}{(json ? ", json: true" : "")})]";

        if (!isCollection && !property.Secret)
        {
            source.Line(attribute);
            Deprecation.Write(source, property.Deprecated);
            source.Line(property.Required ? $"public {text} {member} {{ get; set; }} = default!;" : $"public {text}? {member} {{ get; set; }}");
            return;
        }

        var field = "_" + CSharpNames.Identifier(name);
        source.Line(attribute).Line($"private {text}? {field};");
        Deprecation.Write(source, property.Deprecated);
        source.Block(isCollection ? $"public {text} {member}" : $"public {text}? {member}", () =>
        {
            source.Line(isCollection ? $"get => {field} ?? ({field} = new {text}());" : $"get => {field};");
            if (property.Secret && Shape != InputShape.Plain)
                WriteSecretSetter(source, types, type, text, field);
            else
                source.Line($"set => {field} = value;");
        });
    }

    private void WriteSecretSetter(SourceText source, CSharpTypes types, TypeSchema type, string text, string field) => source.Block("set", () =>
    {
        var empty = type switch
        {
            TypeSchema.List list => $"ImmutableArray.Create<{types.Element(list.Element, Shape)}>()",
            TypeSchema.Map map => $"ImmutableDictionary.Create<string, {types.Element(map.Element, Shape)}>()",
            _ => "0",
        };
        source.Line($"var emptySecret = Output.CreateSecret({empty});");
        source.Line(type is TypeSchema.List or TypeSchema.Map
            ? $"{field} = Output.All(value, emptySecret).Apply(v => v[0]);"
            : $"{field} = Output.Tuple<{text}?, int>(value, emptySecret).Apply(t => t.Item1);");
    });

    private static string? DefaultOf(PropertySchema property)
    {
        var constant = property.Default is { } value ? Literal(value, property.Type) : null;
        if (property.DefaultFrom.Count == 0) return constant;

        var reader = property.Type switch
        {
            TypeSchema.Primitive { Kind: PrimitiveKind.Boolean } => "GetEnvBoolean",
            TypeSchema.Primitive { Kind: PrimitiveKind.Integer } => "GetEnvInt32",
            TypeSchema.Primitive { Kind: PrimitiveKind.Number } => "GetEnvDouble",
            _ => "GetEnv",
        };
        var read = $"Utilities.{reader}({string.Join(", ", property.DefaultFrom.Select(SourceText.Literal))})";
        if (constant is not null) return $"{read} ?? {constant}";

        // A variable that is not set gives an input that holds null, which is not sent.
        return reader == "GetEnv" ? read + "!" : read;
    }

    private static string Literal(JsonElement value, TypeSchema type) => value.ValueKind switch
    {
        JsonValueKind.String => SourceText.Literal(value.GetString()!),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText() + (type is TypeSchema.Primitive { Kind: PrimitiveKind.Number } ? "d" : ""),
        _ => throw new GeneratorException($"The default {value.GetRawText()} is not a string, boolean or number."),
    };
}
