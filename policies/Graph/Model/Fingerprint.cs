using System.Security.Cryptography;
using System.Text;

namespace Infra.Policies;

/// <summary>By what a finding is known again while lines move and stacks differ.</summary>
public static class Fingerprint
{
    /// <returns>32 hexadecimal digits.</returns>
    /// <param name="rule">The rule's id.</param>
    /// <param name="urn">The resource; its stack does not count.</param>
    /// <param name="key">Tells the findings of the rule on the resource apart.</param>
    public static string Of(string rule, string urn, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{rule}\n{WithoutStack(urn)}\n{key}")).AsSpan(0, 16));

    private static string WithoutStack(string urn)
    {
        const string Prefix = "urn:pulumi:";
        var end = urn.IndexOf("::", StringComparison.Ordinal);
        return urn.StartsWith(Prefix, StringComparison.Ordinal) && end > 0 ? urn[end..] : urn;
    }
}
