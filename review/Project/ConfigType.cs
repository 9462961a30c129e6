using System.Globalization;
using System.Text.Json;
using Infra.Review.Model;

namespace Infra.Review.Project;

public enum ConfigKind
{
    Text,
    WholeNumber,
    Flag,
    List,
    Mapping,
}

/// <summary>The type that Pulumi.yaml declares for a key.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Items">The type of an array's items; null means any.</param>
public sealed record ConfigType(ConfigKind Kind, ConfigType? Items = null)
{
    public static readonly ConfigType Text = new(ConfigKind.Text);

    private static readonly Dictionary<ConfigKind, string> Names = new()
    {
        [ConfigKind.Text] = "string",
        [ConfigKind.WholeNumber] = "integer",
        [ConfigKind.Flag] = "boolean",
        [ConfigKind.List] = "array",
        [ConfigKind.Mapping] = "object",
    };

    public static string Allowed => string.Join(", ", Names.Values);

    public static ConfigKind? KindOf(string name)
    {
        foreach (var (kind, known) in Names)
            if (known == name) return kind;
        return null;
    }

    /// <summary>A text stands for what it spells, as on Pulumi's own command line: '3' is an integer.</summary>
    public bool Accepts(PropertyValue value) => (Kind, value) switch
    {
        (_, PropertyValue.Secret secret) => Accepts(secret.Plain),
        (ConfigKind.Text, PropertyValue.Text or PropertyValue.Number or PropertyValue.Bool) => true,
        (ConfigKind.WholeNumber, PropertyValue.Number number) => double.IsInteger(number.Value),
        (ConfigKind.WholeNumber, PropertyValue.Text text) => long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        (ConfigKind.Flag, PropertyValue.Bool) => true,
        (ConfigKind.Flag, PropertyValue.Text text) => text.Value is "true" or "false",
        (ConfigKind.List, PropertyValue.List list) => Items is null || list.Items.All(Items.Accepts),
        (ConfigKind.Mapping, PropertyValue.Map) => true,
        _ => false,
    };

    /// <summary>A value from the command line: structured types are written as JSON.</summary>
    public PropertyValue Parse(string text)
    {
        if (Kind is not (ConfigKind.List or ConfigKind.Mapping)) return new PropertyValue.Text(text);
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return ConfigText.FromJson(document.RootElement);
        }
        catch (JsonException)
        {
            return new PropertyValue.Text(text);
        }
    }

    public override string ToString() => Items is null ? Names[Kind] : $"{Names[Kind]} of {Items}";
}
