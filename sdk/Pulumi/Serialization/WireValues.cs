using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Protocol;

namespace Pulumi;

/// <summary>Makes and takes apart the protocol's special values.</summary>
internal static class WireValues
{
    public static Value Unknown() => Value.ForString(SpecialValues.Unknown);

    public static Value Secret(Value value) => Special(SpecialValues.Secret, ("value", value));

    public static Value Special(string signature, params ReadOnlySpan<(string Key, Value Value)> members)
    {
        var special = new Struct();
        special.Fields.Add(SpecialValues.SignatureKey, Value.ForString(signature));
        foreach (var (key, value) in members) special.Fields.Add(key, value);
        return Value.ForStruct(special);
    }

    public static bool IsUnknown(Value value) =>
        value.KindCase == Value.KindOneofCase.StringValue && SpecialValues.IsUnknown(value.StringValue);

    /// <summary>Which special value an object is; null if it is none.</summary>
    public static string? SignatureOf(Value value) =>
        value.KindCase == Value.KindOneofCase.StructValue && value.StructValue.Fields.TryGetValue(SpecialValues.SignatureKey, out var signature)
            ? signature.StringValue
            : null;

    /// <summary>The value without its marks of secretness; unknown output values become the unknown string.</summary>
    public static Value Unwrap(Value value)
    {
        while (true)
        {
            if (SignatureOf(value) is not (SpecialValues.Secret or SpecialValues.OutputValue)) return value;
            if (!value.StructValue.Fields.TryGetValue("value", out var inner)) return Unknown();
            value = inner;
        }
    }
}
