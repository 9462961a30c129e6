using System.Globalization;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Protocol;

namespace Infra.Policies;

/// <summary>A property read without copying it: known, unknown (not before the deployment) or absent, and perhaps secret.</summary>
public sealed class PropertyValue
{
    // Many rules read the same document.
    private static readonly ConditionalWeakTable<Value, Document> Documents = [];

    private readonly Value? _value;
    private readonly PropertyValue? _within;
    private readonly string? _name;
    private readonly int _index;

    private PropertyValue(Written written, PropertyValue? within, string? name, int index = 0)
    {
        (_value, IsUnknown, IsSecret) = (written.Value, written.IsUnknown, written.IsSecret);
        (_within, _name, _index) = (within, name, index);
    }

    /// <summary>From the resource's root, for example <c>ingress[0].cidrBlocks</c>.</summary>
    public string Path => _within is null ? ""
        : _name is null ? $"{_within.Path}[{_index.ToString(CultureInfo.InvariantCulture)}]"
        : _within._within is null ? _name
        : $"{_within.Path}.{_name}";

    /// <summary>The property of the resource that this is, or is within; empty for the root.</summary>
    public string TopLevel => _within is null ? "" : _within._within is null ? _name ?? "" : _within.TopLevel;

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

    /// <summary>Absent, or what providers show in place of a nested member that was left out.</summary>
    public bool IsLeftOut => IsAbsent || IsZero;

    /// <summary>Zero or an empty text.</summary>
    public bool IsZero => _value?.KindCase switch
    {
        Value.KindOneofCase.StringValue => _value.StringValue.Length == 0,
        Value.KindOneofCase.NumberValue => _value.NumberValue == 0,
        _ => false,
    };

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
            foreach (var item in _value!.ListValue.Values) yield return new(Read(item, IsSecret), this, name: null, index++);
        }
    }

    /// <summary>The members of an object by name, in ordinal order; none when it is absent, unknown or no object.</summary>
    public IEnumerable<Member> Members => UnsortedMembers.OrderBy(member => member.Name, StringComparer.Ordinal);

    /// <summary>The members in the order in which they were sent, which differs from run to run.</summary>
    public IEnumerable<Member> UnsortedMembers
    {
        get
        {
            if (!IsObject) yield break;
            foreach (var (name, value) in _value!.StructValue.Fields) yield return new(name, new(Read(value, IsSecret), this, name));
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
            if (IsUnknown) return new(new(null, IsUnknown: true, IsSecret), this, name);
            var member = IsObject ? _value!.StructValue.Fields.GetValueOrDefault(name) : null;
            return new(Read(member, IsSecret), this, name);
        }
    }

    /// <summary>The object that it is, or that its JSON text says; null if it is neither or not known.</summary>
    public PropertyValue? AsObject() => IsObject ? this : Parsed() is { IsObject: true } parsed ? parsed : null;

    /// <summary>What its JSON text says; null if it is no such text or not known.</summary>
    public PropertyValue? Parsed()
    {
        if (Text is not { } text) return null;
        var document = Documents.GetValue(_value!, _ => Document.Parse(text));
        return document.Root is null ? null : new(Read(document.Root, IsSecret), _within, _name, _index);
    }

    /// <summary>The first value within it, itself included, that is not known; null if all are.</summary>
    public PropertyValue? FirstUnknown()
    {
        if (IsUnknown || !HasUnknown()) return IsUnknown ? this : null;
        return (IsList ? Items : Members.Select(member => member.Value)).First(value => value.HasUnknown()).FirstUnknown();
    }

    // Most values are known as a whole, and need neither order nor places to say so.
    private bool HasUnknown() => IsUnknown || HasUnknown(_value);

    private static bool HasUnknown(Value? value)
    {
        var written = Read(value, isSecret: false);
        return written.IsUnknown || written.Value?.KindCase switch
        {
            Value.KindOneofCase.ListValue => written.Value.ListValue.Values.Any(HasUnknown),
            Value.KindOneofCase.StructValue => written.Value.StructValue.Fields.Values.Any(HasUnknown),
            _ => false,
        };
    }

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

    public PropertyValue AsAbsent() => new(new(null, IsUnknown: false, IsSecret), _within, _name, _index);

    public static PropertyValue Root(Struct? properties) =>
        new(new(Value.ForStruct(properties ?? new Struct()), IsUnknown: false, IsSecret: false), within: null, name: null);

    private static Written Read(Value? value, bool isSecret)
    {
        while (true)
        {
            switch (value?.KindCase)
            {
                case null or Value.KindOneofCase.None or Value.KindOneofCase.NullValue:
                    return new(null, IsUnknown: false, isSecret);
                case Value.KindOneofCase.StringValue when SpecialValues.IsUnknown(value.StringValue):
                    return new(null, IsUnknown: true, isSecret);
                case Value.KindOneofCase.StructValue when Signature(value.StructValue) is { } signature:
                    var fields = value.StructValue.Fields;
                    switch (signature)
                    {
                        case SpecialValues.Secret:
                            (value, isSecret) = (fields.GetValueOrDefault("value"), true);
                            continue;
                        case SpecialValues.OutputValue:
                            isSecret |= fields.GetValueOrDefault("secret")?.BoolValue is true;
                            if (!fields.TryGetValue("value", out value)) return new(null, IsUnknown: true, isSecret);
                            continue;
                        case SpecialValues.ResourceReference:
                            value = fields.GetValueOrDefault("id") is { StringValue.Length: > 0 } id ? id : fields.GetValueOrDefault("urn");
                            continue;
                        default:
                            return new(value, IsUnknown: false, isSecret);
                    }

                default:
                    return new(value, IsUnknown: false, isSecret);
            }
        }
    }

    private static string? Signature(Struct fields) =>
        fields.Fields.TryGetValue(SpecialValues.SignatureKey, out var signature) ? signature.StringValue : null;

    /// <summary>One of an object's members.</summary>
    public sealed record Member(string Name, PropertyValue Value);

    // Without the marks by which secrets, outputs and references are told from plain values.
    private readonly record struct Written(Value? Value, bool IsUnknown, bool IsSecret);

    private sealed record Document(Value? Root)
    {
        public static Document Parse(string text)
        {
            try
            {
                return new(Value.Parser.ParseJson(text));
            }
            catch (Exception exception) when (exception is InvalidJsonException or InvalidProtocolBufferException)
            {
                return new((Value?)null);
            }
        }
    }
}
