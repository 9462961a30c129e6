using System.Text;

namespace Infra.Sdk.Schema;

/// <summary>The text of a property in the compact files: its type and then its flags, e.g. <c>map&lt;string&gt; required replaces</c>.</summary>
public static class PropertyText
{
    /// <exception cref="FormatException">The type or a flag is unknown.</exception>
    public static PropertySchema Parse(ReadOnlySpan<char> text)
    {
        var space = text.IndexOf(' ');
        if (space < 0) return new PropertySchema { Type = TypeText.Parse(text) };

        var property = new PropertySchema { Type = TypeText.Parse(text[..space]) };
        foreach (var range in text[(space + 1)..].Split(' '))
            property = WithFlag(property, text[(space + 1)..][range]);
        return property;
    }

    public static string Format(PropertySchema property)
    {
        var text = new StringBuilder(TypeText.Format(property.Type));
        if (property.Required) text.Append(" required");
        if (property.AlwaysSet) text.Append(" set");
        if (property.Secret) text.Append(" secret");
        if (property.ReplaceOnChanges) text.Append(" replaces");
        if (property.ReplaceOption) text.Append(" replace-option");
        if (property.Plain) text.Append(" plain");
        if (property.Deprecated) text.Append(" deprecated");
        return text.ToString();
    }

    private static PropertySchema WithFlag(PropertySchema property, ReadOnlySpan<char> flag) => flag switch
    {
        "required" => property with { Required = true },
        "set" => property with { AlwaysSet = true },
        "secret" => property with { Secret = true },
        "replaces" => property with { ReplaceOnChanges = true },
        "replace-option" => property with { ReplaceOption = true },
        "plain" => property with { Plain = true },
        "deprecated" => property with { Deprecated = true },
        _ => throw new FormatException($"'{flag}' is not a flag. Expected required, set, secret, replaces, replace-option, plain or deprecated."),
    };
}
