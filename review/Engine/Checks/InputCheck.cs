using Infra.Policies;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;
using Infra.Sdk.Schema;
using PropertyValue = Infra.Review.Model.PropertyValue;

namespace Infra.Review.Engine.Checks;

/// <summary>Compares the inputs of one resource with the schema of its type, at every depth; unknown values may be anything.</summary>
public sealed class InputCheck(PreviewResource resource)
{
    private const string UnknownProperty = "schema-unknown-property";
    private const string MissingProperty = "schema-missing-property";
    private const string WrongType = "schema-wrong-type";
    private const string WrongValue = "schema-wrong-value";

    public IEnumerable<Finding> Check(IReadOnlyDictionary<string, PropertySchema> schema, PropertyDictionary given, string path)
    {
        foreach (var (name, value) in given)
        {
            // Providers and SDKs keep notes of their own in such names.
            if (name.StartsWith("__", StringComparison.Ordinal)) continue;
            if (!schema.TryGetValue(name, out var property)) yield return Unknown(schema.Keys, name, path);
            else
                foreach (var finding in CheckValue(property.Type, value, Join(path, name))) yield return finding;
        }
        foreach (var (name, property) in schema.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            if (property is { Required: true, Constant: null, Default: null } && property.DefaultFrom.Count == 0 && !given.ContainsKey(name))
                yield return Found(MissingProperty, Join(path, name), "is required and not given", $"Set {Join(path, name)}");
    }

    private IEnumerable<Finding> CheckValue(TypeSchema type, PropertyValue value, string path) => value switch
    {
        PropertyValue.Unknown or PropertyValue.Null => [],
        // What is wrong with a secret is told without its value, so its inside is only checked for its shape.
        PropertyValue.Secret secret => CheckValue(type, secret.Plain, path).Select(finding => finding with
        {
            Message = $"{path} is a secret of the wrong shape; expected {Describe(type)}",
        }),
        _ => CheckKnown(type, value, path),
    };

    private IEnumerable<Finding> CheckKnown(TypeSchema type, PropertyValue value, string path) => (type, value) switch
    {
        (TypeSchema.List list, PropertyValue.List items) =>
            items.Items.SelectMany((item, index) => CheckValue(list.Element, item, FormattableString.Invariant($"{path}[{index}]"))),
        (TypeSchema.Map map, PropertyValue.Map entries) =>
            entries.Entries.SelectMany(entry => CheckValue(map.Element, entry.Value, Join(path, entry.Key))),
        (TypeSchema.Object nested, PropertyValue.Map entries) => CheckObject(nested, entries.Entries, path),
        (TypeSchema.Enum member, _) => CheckEnum(member, value, path),
        (TypeSchema.Union union, _) => CheckUnion(union, value, path),
        (TypeSchema.Primitive primitive, _) when Accepts(primitive.Kind, value) => [],
        _ => [Found(WrongType, path, $"is {Shown(value)}; expected {Describe(type)}", $"Give {path} {Describe(type)}")],
    };

    private IEnumerable<Finding> CheckObject(TypeSchema.Object nested, PropertyDictionary entries, string path)
    {
        var type = Schemas.TryFind(nested.Token, out var provider) ? provider.Type(nested.Token) : null;
        return type is null ? [] : Check(type.Properties, entries, path);
    }

    private IEnumerable<Finding> CheckEnum(TypeSchema.Enum member, PropertyValue value, string path)
    {
        var allowed = Schemas.TryFind(member.Token, out var provider) ? provider.Enum(member.Token) : null;
        if (allowed is null || allowed.Values.Any(known => known.Value == value.ToString())) return [];
        return [Found(WrongValue, path,
            $"is {Shown(value)}; allowed are {string.Join(", ", allowed.Values.Select(known => known.Value))}",
            $"Use one of the allowed values for {path}")];
    }

    // A text beside an enum means that any text goes, so one case that accepts is enough.
    private IEnumerable<Finding> CheckUnion(TypeSchema.Union union, PropertyValue value, string path)
    {
        var findings = union.Cases.Select(type => CheckValue(type, value, path).ToArray()).ToArray();
        if (findings.Any(found => found.Length == 0)) return [];
        return [Found(WrongType, path, $"is {Shown(value)}; expected {Describe(union)}", $"Give {path} {Describe(union)}")];
    }

    // Providers take '3' for 3 and true for 'true', as Terraform's own configuration does.
    private static bool Accepts(PrimitiveKind kind, PropertyValue value) => (kind, value) switch
    {
        (PrimitiveKind.Any or PrimitiveKind.Json, _) => true,
        (PrimitiveKind.String, PropertyValue.Text or PropertyValue.Number or PropertyValue.Bool or PropertyValue.Reference) => true,
        (PrimitiveKind.Boolean, PropertyValue.Bool) => true,
        (PrimitiveKind.Boolean, PropertyValue.Text text) => text.Value is "true" or "false",
        (PrimitiveKind.Integer, PropertyValue.Number number) => double.IsInteger(number.Value),
        (PrimitiveKind.Number, PropertyValue.Number) => true,
        (PrimitiveKind.Integer, PropertyValue.Text text) => long.TryParse(text.Value, System.Globalization.CultureInfo.InvariantCulture, out _),
        (PrimitiveKind.Number, PropertyValue.Text text) => double.TryParse(text.Value, System.Globalization.CultureInfo.InvariantCulture, out _),
        (PrimitiveKind.Asset or PrimitiveKind.Archive, PropertyValue.Asset) => true,
        _ => false,
    };

    private Finding Unknown(IEnumerable<string> known, string name, string path)
    {
        var nearest = Nearest.Of(name, known);
        var hint = nearest is null ? $"known are {string.Join(", ", known.Order(StringComparer.Ordinal))}" : $"did you mean '{nearest}'?";
        return Found(UnknownProperty, Join(path, name), $"is not a property of {resource.Type}{(path.Length > 0 ? $" at {path}" : "")}; {hint}",
            nearest is null ? $"Remove {Join(path, name)}" : $"Rename it to {nearest}");
    }

    private Finding Found(string rule, string path, string message, string fix) => new()
    {
        Rule = rule,
        Severity = Severity.Error,
        Verdict = Verdict.Fail,
        Urn = resource.Urn,
        Property = path,
        Message = $"{path} {message}",
        Fix = fix,
        Key = path,
        Fingerprint = Fingerprint.Of(rule, resource.Urn, path),
        Source = resource.Source,
    };

    private static string Describe(TypeSchema type) => type switch
    {
        TypeSchema.Primitive { Kind: PrimitiveKind.Integer } => "an integer",
        TypeSchema.Primitive { Kind: PrimitiveKind.Asset } => "an asset",
        TypeSchema.Primitive { Kind: PrimitiveKind.Archive } => "an archive",
        TypeSchema.Primitive primitive => $"a {primitive.Kind.ToString().ToLowerInvariant()}",
        TypeSchema.List => "a list",
        TypeSchema.Union union => string.Join(" or ", union.Cases.Select(Describe).Distinct(StringComparer.Ordinal)),
        TypeSchema.Enum => "one of the allowed values",
        _ => "a mapping",
    };

    private static string Shown(PropertyValue value) => value switch
    {
        PropertyValue.Text text => $"the text '{text.Value}'",
        PropertyValue.Number => $"the number {value}",
        PropertyValue.Bool => value.ToString(),
        PropertyValue.List => "a list",
        PropertyValue.Map => "a mapping",
        _ => value.ToString(),
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
