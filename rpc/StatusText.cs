using System.Globalization;
using System.Text;

namespace Infra.Rpc;

/// <summary>
/// How a status message travels in a header: UTF-8, printable ASCII as it is, every other byte and <c>%</c> as <c>%XX</c>
/// (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md, Percent-Byte).
/// </summary>
internal static class StatusText
{
    // Peers bound the size of headers: Node's HTTP/2 takes 64 KiB in all, and an unreadable header would hide the status too.
    public const int MaximumEncodedLength = 16 * 1024;

    private const string HexDigits = "0123456789ABCDEF";

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        var buffer = (stackalloc byte[4]);
        var taken = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = buffer[..rune.EncodeToUtf8(buffer)];
            if (encoded.Length + 3 * bytes.Length > MaximumEncodedLength)
                return encoded.Append(CultureInfo.InvariantCulture, $" (cut off after {taken} of {text.Length} characters)").ToString();
            foreach (var value in bytes) Append(encoded, value);
            taken += rune.Utf16SequenceLength;
        }

        return encoded.ToString();
    }

    /// <summary>Leaves a <c>%</c> that is not followed by two hexadecimal digits as it is, and replaces what is not UTF-8.</summary>
    public static string Decode(string encoded)
    {
        if (!encoded.Contains('%', StringComparison.Ordinal)) return encoded;

        var source = Encoding.UTF8.GetBytes(encoded);
        var length = 0;
        for (var index = 0; index < source.Length; index++, length++)
        {
            var isEscape = source[index] == '%' && index + 2 < source.Length
                && char.IsAsciiHexDigit((char)source[index + 1]) && char.IsAsciiHexDigit((char)source[index + 2]);
            source[length] = isEscape ? (byte)(16 * DigitOf(source[index + 1]) + DigitOf(source[index + 2])) : source[index];
            if (isEscape) index += 2;
        }

        return Encoding.UTF8.GetString(source, 0, length);
    }

    private static void Append(StringBuilder encoded, byte value)
    {
        if (value is >= (byte)' ' and <= (byte)'~' and not (byte)'%')
            encoded.Append((char)value);
        else
            encoded.Append('%').Append(HexDigits[value >> 4]).Append(HexDigits[value & 15]);
    }

    private static int DigitOf(byte hexDigit) => HexDigits.IndexOf(char.ToUpperInvariant((char)hexDigit), StringComparison.Ordinal);
}
