using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

internal sealed class ListConverter<T> : ValueConverter<ImmutableArray<T>>
{
    protected override ImmutableArray<T> ConvertPresent(Value value) =>
        value.KindCase == Value.KindOneofCase.ListValue
            ? [.. value.ListValue.Values.Select(element => ValueConverter<T>.Instance.Convert(element)!)]
            : throw ValueMismatchException.Expected("a list", value);
}

internal sealed class MapConverter<T> : ValueConverter<ImmutableDictionary<string, T>>
{
    protected override ImmutableDictionary<string, T> ConvertPresent(Value value) =>
        value.KindCase == Value.KindOneofCase.StructValue
            ? value.StructValue.Fields.ToImmutableDictionary(member => member.Key, member => ValueConverter<T>.Instance.Convert(member.Value)!)
            : throw ValueMismatchException.Expected("an object", value);
}

internal sealed class UnionConverter<T0, T1> : ValueConverter<Union<T0, T1>>
{
    protected override Union<T0, T1> ConvertPresent(Value value)
    {
        try
        {
            return Union<T0, T1>.FromT0(ValueConverter<T0>.Instance.Convert(value)!);
        }
        catch (ValueMismatchException)
        {
            return Union<T0, T1>.FromT1(ValueConverter<T1>.Instance.Convert(value)!);
        }
    }
}

/// <summary>An output within a value keeps its own facts.</summary>
internal sealed class NestedOutputConverter<T> : ValueConverter<Output<T>>
{
    protected override Output<T> ConvertPresent(Value value)
    {
        var facts = WireFacts.Of(value);
        return new(new OutputData<T>(facts.IsUnknown ? default! : ValueConverter<T>.Instance.Convert(value)!, !facts.IsUnknown, facts.IsSecret));
    }
}
