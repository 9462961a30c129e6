using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Protocol;

namespace Pulumi;

/// <summary>Reads assets and archives.</summary>
internal sealed class AssetConverter<T> : ValueConverter<T>
    where T : AssetOrArchive
{
    protected override T ConvertPresent(Value value) =>
        Read(value) as T ?? throw ValueMismatchException.Expected("an asset or archive", value);

    private static AssetOrArchive? Read(Value value)
    {
        var signature = WireValues.SignatureOf(value);
        return signature switch
        {
            SpecialValues.Asset when Member(value, "path") is { } path => new FileAsset(path.StringValue),
            SpecialValues.Asset when Member(value, "text") is { } text => new StringAsset(text.StringValue),
            SpecialValues.Asset when Member(value, "uri") is { } uri => new RemoteAsset(uri.StringValue),
            SpecialValues.Archive when Member(value, "path") is { } path => new FileArchive(path.StringValue),
            SpecialValues.Archive when Member(value, "uri") is { } uri => new RemoteArchive(uri.StringValue),
            SpecialValues.Archive when Member(value, "assets") is { } assets => new AssetArchive(
                assets.StructValue.Fields.ToDictionary(
                    asset => asset.Key, asset => ValueConverter<AssetOrArchive>.Instance.Convert(asset.Value)!, StringComparer.Ordinal)),
            _ => null,
        };
    }

    // Engines may send a hash beside the content, and empty texts in place of the other contents.
    private static Value? Member(Value value, string name) =>
        value.StructValue.Fields.TryGetValue(name, out var member) && member.KindCase != Value.KindOneofCase.NullValue ? member : null;
}
