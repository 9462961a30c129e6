using System.Globalization;
using System.Text;

namespace Infra.Review.Reporting.Text;

/// <summary>Text that came from a program made harmless for a terminal: no escape sequences, no text that runs backwards.</summary>
internal static class Plain
{
    public static string Of(string text)
    {
        if (!text.Any(IsUnsafe)) return text;
        var safe = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (character == '\t') safe.Append("    ");
            else if (character == '\n') safe.Append("\\n");
            else if (IsUnsafe(character)) safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else safe.Append(character);
        }
        return safe.ToString();
    }

    // U+202A to U+202E and U+2066 to U+2069 turn the direction of text.
    private static bool IsUnsafe(char character) => char.IsControl(character) || character is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';
}
