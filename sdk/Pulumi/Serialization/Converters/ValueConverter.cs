using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi;

/// <summary>Turns values on the wire into one .NET type.</summary>
internal abstract class ValueConverter
{
    private static readonly ConcurrentDictionary<Type, ValueConverter> Known = new();

    public static ValueConverter Of(Type type) => Known.GetOrAdd(type, static type => ValueConverters.Make(type));

    /// <exception cref="ValueMismatchException">The value is of another kind.</exception>
    public abstract object? ConvertBoxed(Value value);
}

/// <inheritdoc/>
internal abstract class ValueConverter<T> : ValueConverter
{
    public static ValueConverter<T> Instance { get; } = (ValueConverter<T>)Of(typeof(T));

    public override object? ConvertBoxed(Value value) => Convert(value);

    /// <summary>The value; a null on the wire is the type's default.</summary>
    /// <exception cref="ValueMismatchException">The value is of another kind.</exception>
    public T? Convert(Value value)
    {
        var plain = WireValues.Unwrap(value);
        return plain.KindCase is Value.KindOneofCase.NullValue or Value.KindOneofCase.None ? default : ConvertPresent(plain);
    }

    protected abstract T? ConvertPresent(Value value);
}
