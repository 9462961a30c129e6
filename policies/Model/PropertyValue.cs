using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Protocol;

namespace Infra.Policies;

/// <summary>A property read without copying it: known, unknown (not before the deployment) or absent, and perhaps secret.</summary>
public readonly struct PropertyValue
{
    private readonly Value? _value;

    private PropertyValue(Value? value, string path, bool isUnknown, bool isSecret)
    {
        _value = value;
        Path = path;
        IsUnknown = isUnknown;
        IsSecret = isSecret;
    }

    /// <summary>From the resource's root, for example <c>ingress[0].cidrBlocks</c>.</summary>
    public string Path { get; }

    public bool IsUnknown { get; }

    /// <summary>Marked secret here or anywhere above.</summary>
    public bool IsSecret { get; }

    public bool IsAbsent => _value is null && !IsUnknown;
    public bool IsKnown => _value is not null;

    /// <summary>The text; also of a number or a truth value, as providers accept them in place of one.</summary>
    public string? Text => _value?.KindCase switch
    {
        Value.KindOneofCase.StringValue => _value.StringValue,
        Value.KindOneofCase.NumberValue => _value.NumberValue.ToString(CultureInfo.InvariantCulture),
        Value.KindOneofCase.BoolValue => _value.BoolValue ? "true" : "false",
        _ => null,
    };

    public bool? Truth => Text switch { "true" or "True" => true, "false" or "False" => false, _ => null };

    public int? Number =>
        int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool IsNumber => _value?.KindCase == Value.KindOneofCase.NumberValue;
    public bool IsList => _value?.KindCase == Value.KindOneofCase.ListValue;
    public bool IsObject => _value?.KindCase == Value.KindOneofCase.StructValue;

    /// <summary>The elements of a list; none when it is absent, unknown or no list.</summary>
    public IEnumerable<PropertyValue> Items
    {
        get
        {
            if (!IsList) yield break;
            var index = 0;
            foreach (var item in _value!.ListValue.Values)
                yield return Of(item, $"{Path}[{index++.ToString(CultureInfo.InvariantCulture)}]", IsSecret);
        }
    }

    /// <summary>The members of an object by name, in ordinal order; none when it is absent, unknown or no object.</summary>
    public IEnumerable<(string Name, PropertyValue Value)> Members => UnsortedMembers.OrderBy(member => member.Name, StringComparer.Ordinal);

    /// <summary>The members in the order in which they were sent, which differs from run to run.</summary>
    internal IEnumerable<(string Name, PropertyValue Value)> UnsortedMembers
    {
        get
        {
            if (!IsObject) yield break;
            foreach (var (name, value) in _value!.StructValue.Fields) yield return (name, Of(value, Join(Path, name), IsSecret));
        }
    }

    /// <summary>The list, an item, or one of the named members of an item that is not known; null if all of these are.</summary>
    public PropertyValue? FirstUnknownOf(params string[] names)
    {
        if (IsUnknown) return this;
        foreach (var item in Items)
        {
            if (item.IsUnknown) return item;
            foreach (var name in names)
            {
                if (item[name] is { IsUnknown: true } unknown) return unknown;
            }
        }

        return null;
    }

    public PropertyValue this[string name]
    {
        get
        {
            var path = Join(Path, name);
            if (IsUnknown) return new(null, path, isUnknown: true, IsSecret);
            return IsObject && _value!.StructValue.Fields.TryGetValue(name, out var member)
                ? Of(member, path, IsSecret)
                : new(null, path, isUnknown: false, IsSecret);
        }
    }

    /// <summary>The object that it is, or that its JSON text says; null if it is neither or not known.</summary>
    public PropertyValue? AsObject()
    {
        if (IsObject || Text is not { } text) return IsObject ? this : null;
        try
        {
            return Of(Value.ForStruct(Struct.Parser.ParseJson(text)), Path, IsSecret);
        }
        catch (Exception exception) when (exception is InvalidJsonException or InvalidProtocolBufferException)
        {
            return null;
        }
    }

    /// <summary>The first value within it, itself included, that is not known; null if all are.</summary>
    public PropertyValue? FirstUnknown()
    {
        if (IsUnknown || !HasUnknown()) return IsUnknown ? this : null;
        return (IsList ? Items : Members.Select(member => member.Value)).First(value => value.HasUnknown()).FirstUnknown();
    }

    // Most values are known as a whole, and need no order to say so.
    private bool HasUnknown() =>
        IsUnknown || (IsList ? Items.Any(item => item.HasUnknown()) : UnsortedMembers.Any(member => member.Value.HasUnknown()));

    /// <summary>What a message may show: never a secret's text.</summary>
    public override string ToString() => this switch
    {
        { IsUnknown: true } => "unknown",
        { IsAbsent: true } => "not set",
        { IsSecret: true } => "[secret]",
        { IsList: true } => "[" + string.Join(", ", Items) + "]",
        { IsObject: true } => "{" + string.Join(", ", Members.Select(member => $"{member.Name}: {member.Value}")) + "}",
        _ => Text ?? "",
    };

    internal PropertyValue AsAbsent() => new(null, Path, isUnknown: false, IsSecret);

    internal static PropertyValue Root(Struct? properties) =>
        new(Value.ForStruct(properties ?? new Struct()), "", isUnknown: false, isSecret: false);

    internal static PropertyValue Of(Value? value, string path, bool isSecret)
    {
        while (true)
        {
            switch (value?.KindCase)
            {
                case null or Value.KindOneofCase.None or Value.KindOneofCase.NullValue:
                    return new(null, path, isUnknown: false, isSecret);
                case Value.KindOneofCase.StringValue when SpecialValues.IsUnknown(value.StringValue):
                    return new(null, path, isUnknown: true, isSecret);
                case Value.KindOneofCase.StructValue when Signature(value.StructValue) is { } signature:
                    var fields = value.StructValue.Fields;
                    switch (signature)
                    {
                        case SpecialValues.Secret:
                            (value, isSecret) = (fields.GetValueOrDefault("value"), true);
                            continue;
                        case SpecialValues.OutputValue:
                            isSecret |= fields.GetValueOrDefault("secret")?.BoolValue is true;
                            if (!fields.TryGetValue("value", out value)) return new(null, path, isUnknown: true, isSecret);
                            continue;
                        case SpecialValues.ResourceReference:
                            value = fields.GetValueOrDefault("id") is { StringValue.Length: > 0 } id ? id : fields.GetValueOrDefault("urn");
                            continue;
                        default:
                            return new(value, path, isUnknown: false, isSecret);
                    }

                default:
                    return new(value, path, isUnknown: false, isSecret);
            }
        }
    }

    private static string? Signature(Struct fields) =>
        fields.Fields.TryGetValue(SpecialValues.SignatureKey, out var signature) ? signature.StringValue : null;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
