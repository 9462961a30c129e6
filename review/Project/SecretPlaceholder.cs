namespace Infra.Review.Project;

/// <summary>The text that stands in for an encrypted value: long enough for password rules, and free of characters that they forbid.</summary>
public static class SecretPlaceholder
{
    public static string For(string key) =>
        "offline-placeholder-" + string.Concat(key.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
}
