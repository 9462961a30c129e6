using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using Enum = System.Enum;

namespace Pulumi;

internal sealed class IntEnumConverter<T> : ValueConverter<T>
    where T : struct, Enum
{
    protected override T ConvertPresent(Value value) =>
        value.KindCase == Value.KindOneofCase.NumberValue
            ? (T)Enum.ToObject(typeof(T), (int)value.NumberValue)
            : throw ValueMismatchException.Expected("a number", value);
}

/// <summary>Makes an <see cref="EnumTypeAttribute"/> struct by its constructor of one string or number.</summary>
internal sealed class EnumTypeConverter<T> : ValueConverter<T>
{
    private readonly ConstructorInfo? _fromText = Constructor(typeof(string));
    private readonly ConstructorInfo? _fromNumber = Constructor(typeof(double));

    protected override T ConvertPresent(Value value)
    {
        if (value.KindCase == Value.KindOneofCase.StringValue && _fromText is not null) return (T)_fromText.Invoke([value.StringValue]);
        if (value.KindCase == Value.KindOneofCase.NumberValue && _fromNumber is not null) return (T)_fromNumber.Invoke([value.NumberValue]);
        throw ValueMismatchException.Expected(_fromText is null ? "a number" : "a string", value);
    }

    private static ConstructorInfo? Constructor(System.Type parameter) =>
        typeof(T).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [parameter]);
}
