using Infra.Sdk.Schema;
using Properties = System.Collections.Generic.IReadOnlyDictionary<string, Infra.Sdk.Schema.PropertySchema>;

namespace Infra.Sdk.Generator.Generating;

/// <summary>A class of values that come back: a nested type, or the result of a function.</summary>
public sealed record OutputClass
{
    public required string Name { get; init; }
    public required Properties Properties { get; init; }

    /// <summary>Kubernetes declares every output as never null.</summary>
    public required bool NeverNull { get; init; }

    public void Write(SourceText source, CSharpTypes types)
    {
        source.Line("[OutputType]").Block($"public sealed class {Name}", () =>
        {
            var members = Properties.Select(entry => (
                entry.Key,
                Member: CSharpNames.PropertyOf(entry.Key, entry.Value),
                Type: TypeOf(types, entry.Value, NeverNull),
                Parameter: CSharpNames.Variable(entry.Key))).ToList();
            foreach (var (_, member, type, _) in members)
                source.Line($"public readonly {type} {member};");

            var parameters = members.Select(entry => ParameterName(entry.Key, entry.Parameter) + $"{entry.Type} {entry.Parameter}");
            source.Line("[OutputConstructor]").Block($"private {Name}({string.Join(", ", parameters)})", () =>
            {
                foreach (var (_, member, _, parameter) in members)
                    source.Line(member == parameter ? $"this.{member} = {parameter};" : $"{member} = {parameter};");
            });
        });
    }

    /// <summary>The type of an output member, with <c>?</c> where it may be null.</summary>
    public static string TypeOf(CSharpTypes types, PropertySchema property, bool neverNull)
    {
        var type = types.TypeOf(property);
        var mayBeNull = !property.Required && !neverNull && type is not TypeSchema.List;
        return types.Output(type) + (mayBeNull ? "?" : "");
    }

    private static string ParameterName(string name, string parameter) =>
        parameter.TrimStart('@') == name ? "" : $"[OutputConstructorParameter({SourceText.Literal(name)})] ";
}
