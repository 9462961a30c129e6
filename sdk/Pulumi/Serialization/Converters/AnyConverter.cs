using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Protocol;

namespace Pulumi;

/// <summary>
/// Reads what has no type of its own: string, double, bool, <c>ImmutableArray&lt;object&gt;</c>,
/// <c>ImmutableDictionary&lt;string, object&gt;</c>, asset, archive or resource.
/// </summary>
internal sealed class AnyConverter : ValueConverter<object>
{
    protected override object? ConvertPresent(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.NumberValue => value.NumberValue,
        Value.KindOneofCase.StringValue => value.StringValue,
        Value.KindOneofCase.ListValue => ValueConverter<ImmutableArray<object>>.Instance.Convert(value),
        _ => WireValues.SignatureOf(value) switch
        {
            SpecialValues.Asset or SpecialValues.Archive => ValueConverter<AssetOrArchive>.Instance.Convert(value),
            SpecialValues.ResourceReference => ValueConverter<Resource>.Instance.Convert(value),
            null => ValueConverter<ImmutableDictionary<string, object>>.Instance.Convert(value),
            var signature => throw new ValueMismatchException($"the special value {signature} is not known here."),
        },
    };
}
