namespace Infra.Sdk.Schema;

/// <summary>
/// The text of a type in the compact files: <c>string</c>, <c>list&lt;T&gt;</c>, <c>map&lt;T&gt;</c>, <c>enum&lt;token&gt;</c>,
/// a bare token for a nested object, <c>A|B</c> for a union.
/// </summary>
public static class TypeText
{
    private static readonly Dictionary<string, TypeSchema> Primitives = Enum.GetValues<PrimitiveKind>()
        .ToDictionary(Name, TypeSchema (kind) => new TypeSchema.Primitive(kind), StringComparer.Ordinal);

    private static readonly Dictionary<string, TypeSchema>.AlternateLookup<ReadOnlySpan<char>> PrimitiveOf =
        Primitives.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <exception cref="FormatException">The text is not a type.</exception>
    public static TypeSchema Parse(ReadOnlySpan<char> text)
    {
        var bar = TopLevelBar(text);
        if (bar >= 0)
            return new TypeSchema.Union(ParseCases(text, bar));
        if (PrimitiveOf.TryGetValue(text, out var primitive))
            return primitive;
        if (Inside(text, "list<") is [_, ..] element)
            return new TypeSchema.List(Parse(element));
        if (Inside(text, "map<") is [_, ..] value)
            return new TypeSchema.Map(Parse(value));
        if (Inside(text, "enum<") is [_, ..] token)
            return new TypeSchema.Enum(token.ToString());
        if (text.Count(':') == 2 && text.IndexOfAny('<', '>') < 0)
            return new TypeSchema.Object(text.ToString());

        throw new FormatException(
            $"'{text}' is not a type. Expected {string.Join(", ", Primitives.Keys)}, list<T>, map<T>, enum<token>, the token of an object type, or A|B.");
    }

    public static string Format(TypeSchema type) => type switch
    {
        TypeSchema.Primitive primitive => Name(primitive.Kind),
        TypeSchema.List list => $"list<{Format(list.Element)}>",
        TypeSchema.Map map => $"map<{Format(map.Element)}>",
        TypeSchema.Object nested => nested.Token,
        TypeSchema.Enum nested => $"enum<{nested.Token}>",
        TypeSchema.Union union => string.Join('|', union.Cases.Select(Format)),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.GetType().Name, "This kind of type has no text."),
    };

    private static List<TypeSchema> ParseCases(ReadOnlySpan<char> text, int bar)
    {
        var cases = new List<TypeSchema>();
        for (; bar >= 0; bar = TopLevelBar(text))
        {
            cases.Add(Parse(text[..bar]));
            text = text[(bar + 1)..];
        }

        cases.Add(Parse(text));
        return cases;
    }

    private static int TopLevelBar(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<') depth++;
            if (text[i] == '>') depth--;
            if (text[i] == '|' && depth == 0) return i;
        }

        return -1;
    }

    private static ReadOnlySpan<char> Inside(ReadOnlySpan<char> text, string opening) =>
        text.StartsWith(opening, StringComparison.Ordinal) && text[^1] == '>' ? text[opening.Length..^1] : [];

    private static string Name(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.String => "string",
        PrimitiveKind.Integer => "integer",
        PrimitiveKind.Number => "number",
        PrimitiveKind.Boolean => "boolean",
        PrimitiveKind.Any => "any",
        PrimitiveKind.Json => "json",
        PrimitiveKind.Asset => "asset",
        PrimitiveKind.Archive => "archive",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no text."),
    };
}
