using System.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Makes the case of a union that its discriminator names.</summary>
internal sealed class DiscriminatedUnionConverter<T> : ValueConverter<T>
{
    private readonly string _discriminator = typeof(T).GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>()!.Discriminator;
    private readonly DiscriminatedUnionCaseAttribute[] _cases = [.. typeof(T).GetCustomAttributes<DiscriminatedUnionCaseAttribute>()];

    protected override T? ConvertPresent(Value value)
    {
        if (value.KindCase != Value.KindOneofCase.StructValue) throw ValueMismatchException.Expected("an object", value);
        var tag = value.StructValue.Fields.TryGetValue(_discriminator, out var member) ? WireValues.Unwrap(member).StringValue : null;
        var found = Array.Find(_cases, candidate => candidate.Tag == tag)
            ?? throw new ValueMismatchException($"'{_discriminator}' names no case of {typeof(T).Name}.");
        return (T?)ValueConverter.Of(found.Type).ConvertBoxed(value);
    }
}
