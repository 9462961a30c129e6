using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Infra.Components;

/// <summary>What every cloud name and tag is derived from.</summary>
public sealed partial record Naming(string Product, string Environment, string Owner)
{
    /// <summary>The tag by which firewalls and subnets say what they are for; policies judge by it.</summary>
    public const string TierTag = "infra:tier";

    /// <summary>The tag by which a resource asks to be backed up; the value is <c>yes</c>.</summary>
    public const string BackupTag = "infra:backup";

    private const int HashLength = 7;

    public string For(string role) => $"{Product}-{Environment}-{role}";

    /// <summary>The name, cut to what a type takes. What is cut off lives on as a hash, so different names stay different.</summary>
    public string Within(CloudName limit, string role)
    {
        var name = For(role);
        if (name.Length <= limit.MaximumLength) return name;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
        return $"{name[..(limit.MaximumLength - HashLength - 1)].TrimEnd('-')}-{hash}";
    }

    public ImmutableDictionary<string, string> Tags(string role) => ImmutableDictionary.CreateRange<string, string>(
    [
        new("Name", For(role)), new("Product", Product), new("Environment", Environment), new("Owner", Owner),
    ]);

    /// <summary>Tags of what holds data that exists nowhere else.</summary>
    public ImmutableDictionary<string, string> TagsOfKept(string role) => Tags(role).SetItem(BackupTag, "yes");

    public ImmutableDictionary<string, string> Tags(string role, string tier) => Tags(role).SetItem(TierTag, tier);

    /// <summary>Whether a text may stand in a name: lower-case words joined by hyphens, beginning with a letter.</summary>
    public static bool IsWord(string? text) => text is not null && Word().IsMatch(text);

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Word();
}
