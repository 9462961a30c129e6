using System.Globalization;
using System.Text;

namespace Infra.Sdk.Generator.Generating;

/// <summary>Lines of C# with braces and indentation.</summary>
public sealed class SourceText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public SourceText Line(string line = "")
    {
        if (line.Length > 0) _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
        return this;
    }

    public SourceText Block(string head, Action content)
    {
        Line(head).Line("{");
        _depth++;
        content();
        _depth--;
        return Line("}");
    }

    public override string ToString() => _text.ToString();

    public static string Literal(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }
}
