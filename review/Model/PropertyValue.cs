using System.Globalization;

namespace Infra.Review.Model;

/// <summary>
/// One input or output of a resource. Secrets and unknowns stay what they are: the text form of a secret is
/// <c>[secret]</c>, and only a caller that asks for <see cref="Secret.Plain"/> sees what is inside.
/// </summary>
public abstract record PropertyValue
{
    private PropertyValue() { }

    public sealed record Null : PropertyValue
    {
        public static readonly Null Value = new();

        public override string ToString() => "null";
    }

    public sealed record Bool : PropertyValue
    {
        public static readonly Bool True = new(true);
        public static readonly Bool False = new(false);

        private Bool(bool value) => Value = value;

        public bool Value { get; }

        public static Bool Of(bool value) => value ? True : False;

        public override string ToString() => Value ? "true" : "false";
    }

    public sealed record Number(double Value) : PropertyValue
    {
        public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
    }

    public sealed record Text(string Value) : PropertyValue
    {
        public override string ToString() => Value;
    }

    public sealed record List(IReadOnlyList<PropertyValue> Items) : PropertyValue
    {
        public bool Equals(List? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Aggregate(Items.Count, HashCode.Combine);

        public override string ToString() => $"[{string.Join(", ", Items)}]";
    }

    public sealed record Map(PropertyDictionary Entries) : PropertyValue
    {
        public override string ToString() => Entries.ToString();
    }

    /// <summary>Known to the engine, never to a reader of its output.</summary>
    public sealed record Secret(PropertyValue Plain) : PropertyValue
    {
        public const string Redacted = "[secret]";

        public override string ToString() => Redacted;
    }

    /// <summary>Not known before the resource exists.</summary>
    public sealed record Unknown : PropertyValue
    {
        public static readonly Unknown Value = new();

        public override string ToString() => "[unknown]";
    }

    /// <summary>A file or an archive: exactly one of text, path, URI and (archives only) assets is set.</summary>
    public sealed record Asset(bool IsArchive, string? Content, string? Path, string? Uri, PropertyDictionary? Assets) : PropertyValue
    {
        public override string ToString() => $"[{(IsArchive ? "archive" : "asset")} {Path ?? Uri ?? "inline"}]";
    }

    /// <summary>A resource as a value; <paramref name="Id"/> is null for components.</summary>
    public sealed record Reference(string Urn, PropertyValue? Id) : PropertyValue
    {
        public override string ToString() => Urn;
    }

    /// <summary>Whether a secret is this value or lies anywhere inside it.</summary>
    public bool HoldsSecret => Any(value => value is Secret);

    /// <summary>Whether an unknown is this value or lies anywhere inside it.</summary>
    public bool HoldsUnknown => Any(value => value is Unknown);

    private bool Any(Func<PropertyValue, bool> predicate) => predicate(this) || this switch
    {
        List list => list.Items.Any(item => item.Any(predicate)),
        Map map => map.Entries.Values.Any(item => item.Any(predicate)),
        Secret secret => secret.Plain.Any(predicate),
        Asset { Assets: { } assets } => assets.Values.Any(item => item.Any(predicate)),
        Reference { Id: { } id } => id.Any(predicate),
        _ => false,
    };
}
