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

        var isNumber = named.Kind == PrimitiveKind.Number;
        var type = isNumber ? "double" : "string";
        var equal = isNumber ? "_value == other._value" : "string.Equals(_value, other._value, global::System.StringComparison.Ordinal)";
        var hash = isNumber ? "_value.GetHashCode()" : "_value?.GetHashCode() ?? 0";
        var text = isNumber ? "_value.ToString(global::System.Globalization.CultureInfo.InvariantCulture)" : "_value";
        source.Line("[EnumType]").Block($"public readonly struct {name} : global::System.IEquatable<{name}>", () =>
        {
            source.Line($"private readonly {type} _value;");
            source.Line(isNumber
                ? $"private {name}(double value) => _value = value;"
                : $"private {name}(string value) => _value = value ?? throw new global::System.ArgumentNullException(nameof(value));");
            foreach (var value in named.Values)
            {
                var literal = isNumber ? value.Value + "d" : SourceText.Literal(value.Value);
                source.Line($"public static {name} {CSharpNames.Variable(value.Name)} => new {name}({literal});");
            }

            source.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
            source.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
            source.Line($"public static explicit operator {type}({name} value) => value._value;");
            source.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
            source.Line($"public bool Equals({name} other) => {equal};");
            source.Line($"public override int GetHashCode() => {hash};");
            source.Line($"public override string ToString() => {text};");
        });
    }
}
