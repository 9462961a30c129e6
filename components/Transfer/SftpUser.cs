using System.Text;
using System.Text.RegularExpressions;

namespace Infra.Components.Transfer;

/// <summary>Somebody who brings and fetches files, in a folder of their own.</summary>
public sealed partial record SftpUser
{
    // CloudFormation's schema of AWS::Transfer::User, UserName and SshPublicKeys, read 2026-11.
    private const int ShortestName = 3;
    private const int LongestName = 100;
    private const int LongestKey = 2048;

    /// <summary>What ssh-keygen makes without a security key, but for DSA, which is broken.</summary>
    private static readonly string[] Kinds =
        ["ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-ed25519", "ssh-rsa"];

    /// <summary>What the user logs in as, and the name of the folder. Frozen.</summary>
    public required string Name { get; init; }

    /// <summary>By a frozen name, such as the year: a new key can be taken before the old one goes. Public halves only.</summary>
    public required IReadOnlyDictionary<string, string> PublicKeys { get; init; }

    public IEnumerable<string> Check()
    {
        if (!Naming.IsWord(Name) || Name.Length is < ShortestName or > LongestName)
            yield return $"The user name '{Name}' is refused; expected are {ShortestName} to {LongestName} characters: "
                + "lower-case words joined by hyphens, beginning with a letter.";
        if (PublicKeys.Count == 0)
            yield return $"User '{Name}' has no public key, so nobody could log in; expected is at least one.";
        foreach (var key in PublicKeys.Keys.Where(key => !KeyName().IsMatch(key)).Order(StringComparer.Ordinal))
            yield return $"User '{Name}' has a key named '{key}'; expected are lower-case letters, digits and single hyphens.";
        // Its text is not repeated: somebody may have taken the private half.
        foreach (var key in PublicKeys.Where(key => !IsPublicKey(key.Value)).Select(key => key.Key).Order(StringComparer.Ordinal))
            yield return $"The key '{key}' of user '{Name}' is no public key. Expected is the line of a .pub file: one of "
                + $"{string.Join(", ", Kinds)}, a space and the key in Base64, {LongestKey} characters at most.";
        foreach (var same in PublicKeys.GroupBy(key => string.Join(' ', key.Value.Split(' ').Take(2))).Where(same => same.Count() > 1))
            yield return $"The keys {string.Join(" and ", same.Select(key => $"'{key.Key}'").Order(StringComparer.Ordinal))} of user '{Name}' are the same.";
    }

    // The key says once more of what kind it is: the length of the name in four bytes, then the name (RFC 4253, section 6.6).
    private static bool IsPublicKey(string text)
    {
        var parts = text.Split(' ', 3);
        if (text.Length > LongestKey || text.AsSpan().ContainsAny('\r', '\n') || parts.Length < 2 || !Kinds.Contains(parts[0])) return false;

        var bytes = new byte[parts[1].Length];
        var start = 4 + parts[0].Length;
        return Convert.TryFromBase64String(parts[1], bytes, out var length) && length > start
            && bytes is [0, 0, 0, var size, ..] && size == parts[0].Length
            && Encoding.ASCII.GetString(bytes, 4, size) == parts[0];
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KeyName();
}
