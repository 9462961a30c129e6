using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Review.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Review.Project;

/// <summary>What YAML's values mean: plain words may be numbers, booleans or nothing, quoted ones are text.</summary>
public static partial class YamlScalars
{
    // 2^53 - 1: up to here every whole number is a double.
    private const double MostExact = 9_007_199_254_740_991;

    public static PropertyValue Read(YamlNode node) => node switch
    {
        YamlScalarNode scalar => Resolve(scalar),
        YamlSequenceNode list => new PropertyValue.List([.. list.Children.Select(Read)]),
        YamlMappingNode mapping => new PropertyValue.Map(PropertyDictionary.Of(mapping.Children.Select(child =>
            KeyValuePair.Create(child.Key.ToString(), Read(child.Value))))),
        _ => PropertyValue.Null.Value,
    };

    public static PropertyValue Resolve(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style is not ScalarStyle.Plain) return new PropertyValue.Text(text);
        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => PropertyValue.Null.Value,
            "true" or "True" or "TRUE" => PropertyValue.Bool.True,
            "false" or "False" or "FALSE" => PropertyValue.Bool.False,
            _ when Decimal().IsMatch(text) => NumberOf(text),
            _ => new PropertyValue.Text(text),
        };
    }

    /// <summary>Pulumi's YAML reader takes <c>012</c> for octal; an account id written so would silently be another number.</summary>
    public static bool LooksOctal(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } && LeadingZero().IsMatch(text);

    // What no number holds, or not exactly, stays what it is.
    private static PropertyValue NumberOf(string text)
    {
        var number = double.Parse(text, CultureInfo.InvariantCulture);
        return !double.IsFinite(number) || (Math.Abs(number) > MostExact && text.TrimStart('-', '+').All(char.IsAsciiDigit))
            ? new PropertyValue.Text(text)
            : new PropertyValue.Number(number);
    }

    [GeneratedRegex(@"^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[-+]?0\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingZero();
}
