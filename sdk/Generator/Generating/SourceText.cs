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

    /// <summary>Several lines with their own indentation, which is kept below that of the block.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            Line(line);
    }

    /// <summary>A constructor that only hands its arguments on.</summary>
    public void Constructor(string head, string arguments)
    {
        Line(head).Line($"    : base({arguments})");
        Line("{").Line("}");
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
