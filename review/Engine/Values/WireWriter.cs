using Google.Protobuf.WellKnownTypes;
using Infra.Review.Model;
using Infra.Rpc.Protocol;

namespace Infra.Review.Engine.Values;

/// <summary>Writes values for an SDK or a policy pack.</summary>
/// <param name="keepSecrets">Mark secrets; false sends what is inside, for a reader that does not know the mark.</param>
/// <param name="keepReferences">Mark resource references; false sends the id, or the URN of a component.</param>
public sealed class WireWriter(bool keepSecrets, bool keepReferences)
{
    public static readonly WireWriter Full = new(keepSecrets: true, keepReferences: true);

    public Struct Write(PropertyDictionary properties)
    {
        var result = new Struct();
        foreach (var (name, value) in properties) result.Fields.Add(name, Write(value));
        return result;
    }

    public Value Write(PropertyValue value) => value switch
    {
        PropertyValue.Bool boolean => Value.ForBool(boolean.Value),
        PropertyValue.Number number => Value.ForNumber(number.Value),
        PropertyValue.Text text => Value.ForString(text.Value),
        PropertyValue.List list => Value.ForList([.. list.Items.Select(Write)]),
        PropertyValue.Map map => Value.ForStruct(Write(map.Entries)),
        PropertyValue.Secret secret => keepSecrets ? Marked(SpecialValues.Secret, ("value", Write(secret.Plain))) : Write(secret.Plain),
        PropertyValue.Unknown => Value.ForString(SpecialValues.Unknown),
        PropertyValue.Asset asset => WriteAsset(asset),
        PropertyValue.Reference reference => WriteReference(reference),
        _ => Value.ForNull(),
    };

    private Value WriteAsset(PropertyValue.Asset asset)
    {
        var fields = new List<(string, Value)>();
        if (asset.Content is not null) fields.Add(("text", Value.ForString(asset.Content)));
        if (asset.Path is not null) fields.Add(("path", Value.ForString(asset.Path)));
        if (asset.Uri is not null) fields.Add(("uri", Value.ForString(asset.Uri)));
        if (asset.Assets is not null) fields.Add(("assets", Value.ForStruct(Write(asset.Assets))));
        return Marked(asset.IsArchive ? SpecialValues.Archive : SpecialValues.Asset, [.. fields]);
    }

    private Value WriteReference(PropertyValue.Reference reference)
    {
        if (!keepReferences) return reference.Id is null ? Value.ForString(reference.Urn) : Write(reference.Id);
        return reference.Id is null
            ? Marked(SpecialValues.ResourceReference, ("urn", Value.ForString(reference.Urn)))
            : Marked(SpecialValues.ResourceReference, ("urn", Value.ForString(reference.Urn)), ("id", WriteReferenceId(reference.Id)));
    }

    // SDKs send an empty id for one that is not known yet, and expect it back.
    private Value WriteReferenceId(PropertyValue id) => id is PropertyValue.Unknown ? Value.ForString("") : Write(id);

    private static Value Marked(string signature, params (string Name, Value Value)[] fields)
    {
        var result = new Struct { Fields = { [SpecialValues.SignatureKey] = Value.ForString(signature) } };
        foreach (var (name, value) in fields) result.Fields.Add(name, value);
        return Value.ForStruct(result);
    }
}
