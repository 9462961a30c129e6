using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Policies.Compute;

/// <summary>Finds what looks like a secret in a script, and says where without showing it.</summary>
internal static partial class SecretScan
{
    // Random base64 has about 6 bits a character and words about 3.5; between them lie file names and versions.
    private const double RandomBitsPerCharacter = 4.3;

    private static readonly (Regex Pattern, string Name)[] KnownKeys =
    [
        (AwsAccessKey(), "an AWS access key id"),
        (PrivateKey(), "a private key"),
        (GitHubToken(), "a GitHub token"),
        (SlackToken(), "a Slack token"),
        (StripeKey(), "a Stripe key"),
        (GoogleKey(), "a Google API key"),
        (UrlPassword(), "a URL with a password"),
    ];

    /// <summary>The end of a sentence that begins with the property's name; null if nothing looks like a secret.</summary>
    public static string? Find(string script)
    {
        var lines = script.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = (index + 1).ToString(CultureInfo.InvariantCulture);
            foreach (var (pattern, name) in KnownKeys)
                if (pattern.IsMatch(lines[index])) return $"holds {name} in line {line}";
            foreach (Match assignment in Assignment().Matches(lines[index]))
            {
                var (name, value) = (assignment.Groups["name"].Value, assignment.Groups["value"].Value);
                if (IsReference(value)) continue;
                if (SecretName().IsMatch(name) && value.Length >= 6) return $"assigns a literal to {name} in line {line}";
                if (value.Length >= 24 && IsMixed(value) && BitsPerCharacter(value) >= RandomBitsPerCharacter)
                    return $"assigns a random-looking literal to {name} in line {line}";
            }
        }

        return null;
    }

    // Filled in on the machine, or the address of a secret rather than the secret.
    private static bool IsReference(string value) =>
        value.StartsWith('$') || value.StartsWith('<') || value.StartsWith("{{", StringComparison.Ordinal) || value.StartsWith('`')
        || value.StartsWith('/') || value.Contains("arn:", StringComparison.Ordinal) || value.Contains("://", StringComparison.Ordinal);

    private static bool IsMixed(string value) => value.Any(char.IsAsciiLetterUpper) && value.Any(char.IsAsciiLetterLower) && value.Any(char.IsAsciiDigit);

    private static double BitsPerCharacter(string value) => -value.GroupBy(character => character)
        .Select(same => (double)same.Count() / value.Length).Sum(share => share * Math.Log2(share));

    [GeneratedRegex("""(?<name>[A-Za-z_][\w.-]*)["']?\s*[=:]\s*["']?(?<value>[^\s"';]+)""")]
    private static partial Regex Assignment();

    [GeneratedRegex("(passw(or)?d|passphrase|secret|token|api_?key|access_?key|private_?key|credential)s?$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"\b(AKIA|ASIA)[A-Z0-9]{16}\b")]
    private static partial Regex AwsAccessKey();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{22,})")]
    private static partial Regex GitHubToken();

    [GeneratedRegex(@"\bxox[abprs]-[A-Za-z0-9-]{10,}")]
    private static partial Regex SlackToken();

    [GeneratedRegex(@"\b[rs]k_live_[A-Za-z0-9]{16,}")]
    private static partial Regex StripeKey();

    [GeneratedRegex(@"\bAIza[\w-]{35}\b")]
    private static partial Regex GoogleKey();

    [GeneratedRegex(@"\w://[^\s:/@$]+:[^\s:/@${]{3,}@")]
    private static partial Regex UrlPassword();
}
