using System.IO.Compression;
using System.Text;

namespace Infra.Policies.Compute;

/// <summary>What cloud-init will see: base64 and gzip are taken off, also from parts within.</summary>
internal static class UserData
{
    // EC2 takes 16 KB; unpacked text beyond this is not a script any more (Amazon EC2 User Guide, "Run commands at launch", read 2026-11).
    private const int LongestText = 1 << 20;

    public static string Decode(string text)
    {
        var outer = Unwrap(text.Trim()) ?? text;
        var inner = outer.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= 40).Select(Unwrap).OfType<string>();
        return string.Join('\n', inner.Prepend(outer));
    }

    private static string? Unwrap(string text)
    {
        var compact = text.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        var bytes = new byte[compact.Length];
        if (compact.Length < 8 || !Convert.TryFromBase64String(compact, bytes, out var length)) return null;
        var content = bytes.AsMemory(0, length);
        if (length > 2 && bytes[0] == 0x1f && bytes[1] == 0x8b) content = Unzip(content);
        var decoded = Encoding.UTF8.GetString(content.Span);
        return decoded.Contains('\uFFFD') ? null : decoded;
    }

    private static Memory<byte> Unzip(ReadOnlyMemory<byte> zipped)
    {
        try
        {
            using var stream = new GZipStream(new MemoryStream(zipped.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[LongestText];
            return buffer.AsMemory(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return Memory<byte>.Empty;
        }
    }
}
