using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Generating;

/// <summary>An enum: a real one for integers, else a struct around its value.</summary>
public static class EnumStruct
{
    public static void Write(SourceText source, EnumSchema named)
    {
        var name = CSharpNames.ClassOf(named.Token);
        if (named.Kind == PrimitiveKind.Integer)
        {
            source.Block($"public enum {name}", () =>
            {
                foreach (var value in named.Values)
                    source.Line($"{CSharpNames.Variable(value.Name)} = {value.Value},");
            });
            return;
        }

        var type = named.Kind == PrimitiveKind.Number ? "double" : "string";
        source.Line("[EnumType]").Block($"public readonly struct {name} : global::System.IEquatable<{name}>", () =>
        {
            source.Line($"private readonly {type} _value;");
            source.Line(type == "string"
                ? $"private {name}(string value) => _value = value ?? throw new global::System.ArgumentNullException(nameof(value));"
                : $"private {name}(double value) => _value = value;");
            foreach (var value in named.Values)
            {
                var literal = type == "string" ? SourceText.Literal(value.Value) : value.Value + "d";
                source.Line($"public static {name} {CSharpNames.Variable(value.Name)} => new {name}({literal});");
            }

            source.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
            source.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
            source.Line($"public static explicit operator {type}({name} value) => value._value;");
            source.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
            source.Line($"public bool Equals({name} other) => {(type == "string" ? "string.Equals(_value, other._value, global::System.StringComparison.Ordinal)" : "_value == other._value")};");
            source.Line($"public override int GetHashCode() => {(type == "string" ? "_value?.GetHashCode() ?? 0" : "_value.GetHashCode()")};");
            source.Line($"public override string ToString() => {(type == "string" ? "_value" : "_value.ToString(global::System.Globalization.CultureInfo.InvariantCulture)")};");
        });
    }
}
