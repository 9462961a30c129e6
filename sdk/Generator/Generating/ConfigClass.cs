using Infra.Sdk.Generator.Adding;
using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Generating;

/// <summary>The static class that reads the provider's configuration of the stack, e.g. <c>Pulumi.Aws.Config.Region</c>.</summary>
public sealed class ConfigClass(Catalog catalog)
{
    public void Write(SourceText source) => source.Block("public static class Config", () =>
    {
        source.Line($"private static readonly global::Pulumi.Config Values = new global::Pulumi.Config({SourceText.Literal(catalog.Facts.Name)});");
        foreach (var (name, property) in catalog.Facts.Resource.Inputs)
            WriteValue(source, name, property);
        var nested = catalog.Reach(catalog.Facts.Resource.Inputs.Values).Where(catalog.Objects.ContainsKey).ToList();
        if (nested.Count == 0) return;

        source.Block("public static class Types", () =>
        {
            foreach (var token in nested)
                WriteNested(source, token);
        });
    });

    private static void WriteValue(SourceText source, string name, PropertySchema property)
    {
        var member = CSharpNames.PropertyOf(name, property);
        var type = TypeOf(property.Type);
        var nullable = property.Type is TypeSchema.List ? type : type + "?";
        var field = "_" + CSharpNames.Identifier(name);
        source.Line($"private static (bool Given, {nullable} Value) {field};");
        source.Block($"public static {nullable} {member}", () =>
        {
            source.Line($"get => {field}.Given ? {field}.Value : {Read(name, property, type)};");
            source.Line($"set => {field} = (true, value);");
        });
    }

    private void WriteNested(SourceText source, string token) => source.Block($"public class {ClassOf(token)}", () =>
    {
        foreach (var (name, property) in catalog.Objects[token].Properties)
        {
            var type = TypeOf(property.Type);
            source.Line($"public {(property.Type is TypeSchema.List ? type : type + "?")} {CSharpNames.PropertyOf(name, property)} {{ get; set; }}");
        }
    });

    private static string Read(string name, PropertySchema property, string type)
    {
        var key = SourceText.Literal(name);
        var (read, environment) = property.Type switch
        {
            TypeSchema.Primitive { Kind: PrimitiveKind.String } => ($"Values.Get({key})", "GetEnv"),
            TypeSchema.Primitive { Kind: PrimitiveKind.Boolean } => ($"Values.GetBoolean({key})", "GetEnvBoolean"),
            TypeSchema.Primitive { Kind: PrimitiveKind.Integer } => ($"Values.GetInt32({key})", "GetEnvInt32"),
            TypeSchema.Primitive { Kind: PrimitiveKind.Number } => ($"Values.GetDouble({key})", "GetEnvDouble"),
            _ => ($"Values.GetObject<{type}>({key})", null),
        };
        if (environment is not null && property.DefaultFrom.Count > 0)
            read += $" ?? Utilities.{environment}({string.Join(", ", property.DefaultFrom.Select(SourceText.Literal))})";
        if (property.Default is { } value && environment is not null)
            read += " ?? " + (value.ValueKind == System.Text.Json.JsonValueKind.String ? SourceText.Literal(value.GetString()!) : value.GetRawText());
        return read;
    }

    private static string TypeOf(TypeSchema type) => type switch
    {
        TypeSchema.Primitive { Kind: PrimitiveKind.Boolean } => "bool",
        TypeSchema.Primitive { Kind: PrimitiveKind.Integer } => "int",
        TypeSchema.Primitive { Kind: PrimitiveKind.Number } => "double",
        TypeSchema.Primitive { Kind: PrimitiveKind.String } or TypeSchema.Enum => "string",
        TypeSchema.List list => $"ImmutableArray<{TypeOf(list.Element)}>",
        TypeSchema.Map map => $"ImmutableDictionary<string, {TypeOf(map.Element)}>",
        TypeSchema.Object nested => "Types." + ClassOf(nested.Token),
        _ => "object",
    };

    /// <summary>The provider's own nested types carry its name in front, those of the configuration do not.</summary>
    private static string ClassOf(string token)
    {
        var name = CSharpNames.ClassOf(token);
        return name.StartsWith("Provider", StringComparison.Ordinal) && name.Length > "Provider".Length ? name["Provider".Length..] : name;
    }
}
