using System.Security.Cryptography;
using System.Text;

namespace Infra.Review.Engine.Synthesis;

/// <summary>Texts that look random and are not: each follows from its seed alone.</summary>
public static class Synthetic
{
    private const string Hexadecimal = "0123456789abcdef";
    private const string Digits = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public static string Hex(string seed, int length) => Text(seed, length, Hexadecimal);

    public static string Number(string seed, int length) => Text(seed, length, Digits).TrimStart('0').PadLeft(length, '1');

    public static string LowerCase(string seed, int length) => Text(seed, length, Lower);

    public static string UpperCase(string seed, int length) => Text(seed, length, Upper);

    public static string Uuid(string seed)
    {
        var hex = Hex(seed, 32);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-a{hex[17..20]}-{hex[20..]}";
    }

    public static int Between(string seed, int low, int high) =>
        low + SHA256.HashData(Encoding.UTF8.GetBytes(seed))[0] * (high - low + 1) / 256;

    private static string Text(string seed, int length, string alphabet)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        return string.Create(length, (bytes, alphabet), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = state.alphabet[(state.bytes[i % state.bytes.Length] + i / state.bytes.Length) % state.alphabet.Length];
        });
    }
}
