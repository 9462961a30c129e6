using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Reads a class that is one plain value on the wire.</summary>
internal sealed class ScalarConverter<T>(string kind, Func<Value, T?> read) : ValueConverter<T>
    where T : class
{
    protected override T ConvertPresent(Value value) => read(value) ?? throw ValueMismatchException.Expected(kind, value);
}

/// <summary>Reads a struct that is one plain value on the wire.</summary>
internal sealed class StructConverter<T>(string kind, Func<Value, T?> read) : ValueConverter<T>
    where T : struct
{
    protected override T ConvertPresent(Value value) => read(value) ?? throw ValueMismatchException.Expected(kind, value);
}

internal sealed class NullableConverter<T> : ValueConverter<T?>
    where T : struct
{
    protected override T? ConvertPresent(Value value) => ValueConverter<T>.Instance.Convert(value);
}

internal sealed class UnsupportedConverter<T> : ValueConverter<T>
{
    protected override T ConvertPresent(Value value) => throw new ValueMismatchException($"{typeof(T)} cannot be read from the wire.");
}
