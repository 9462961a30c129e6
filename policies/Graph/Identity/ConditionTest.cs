using System.Globalization;

namespace Infra.Policies.Identity;

/// <summary>One test of a statement's condition: the request must have the key, with one of the values.</summary>
/// <param name="Operator">As written, for example <c>StringEquals</c>.</param>
/// <param name="Key">A condition key; IAM compares keys without regard to case.</param>
/// <param name="Values">One of them must match.</param>
public sealed record ConditionTest(string Operator, string Key, IReadOnlyList<string> Values)
{
    private const int WidestIpv4Prefix = 8;
    private const int WidestIpv6Prefix = 32;
    private const int ResourcePart = 5;

    // Not those that a request without the key passes: …IfExists, ForAllValues, Null, and every Not (IAM User Guide, "Condition operators", read 2026-11-21).
    private static readonly HashSet<string> Demanding = new(StringComparer.OrdinalIgnoreCase)
    {
        "StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike", "IpAddress",
        "ForAnyValue:StringEquals", "ForAnyValue:StringEqualsIgnoreCase", "ForAnyValue:StringLike", "ForAnyValue:ArnEquals", "ForAnyValue:ArnLike",
    };

    // A kind of id, which says nothing of which one.
    private static readonly string[] Kinds = ["o-", "ou-", "r-", "vpc-", "vpce-"];

    /// <summary>Whether it keeps out all but some: none of its values stands for everyone or everything.</summary>
    public bool IsFence => Demanding.Contains(Operator) && Values.Count > 0 && Values.All(IsNarrow);

    public bool IsOn(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether wildcards are all there is.</summary>
    public static bool IsAnything(string text) => text.Contains('*', StringComparison.Ordinal) && text.Trim('*', '?').Length == 0;

    private bool IsNarrow(string value)
    {
        if (Operator.EndsWith("IpAddress", StringComparison.OrdinalIgnoreCase)) return IsNarrowBlock(value);
        return value.StartsWith("arn:", StringComparison.Ordinal) ? IsNarrowArn(value) : IsNarrowText(value);
    }

    private static bool IsNarrowText(string value)
    {
        var fixedPart = value[..(value.IndexOfAny(['*', '?']) is var wildcard and >= 0 ? wildcard : value.Length)];
        return fixedPart.Length > 0 && !Kinds.Contains(fixedPart, StringComparer.OrdinalIgnoreCase);
    }

    // An account, or, where ARNs have none, the beginning of the resource's name.
    private static bool IsNarrowArn(string value)
    {
        var parts = value.Split(':', ResourcePart + 1);
        if (parts.Length <= ResourcePart) return false;
        return parts[ResourcePart - 1] is { Length: > 0 } account ? account.All(char.IsAsciiDigit) : IsNarrowText(parts[ResourcePart]);
    }

    private static bool IsNarrowBlock(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return true;
        var widest = value.Contains(':', StringComparison.Ordinal) ? WidestIpv6Prefix : WidestIpv4Prefix;
        return int.TryParse(value[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) && prefix >= widest;
    }
}
