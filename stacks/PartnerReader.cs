using System.Text.Json;
using Infra.Components;
using Infra.Components.Networking;
using Infra.Components.Transfer;

namespace Infra.Stacks;

/// <summary>Reads <c>infra:partners</c>: an object of partners, each with the ranges that it comes from and its public keys.</summary>
internal static class PartnerReader
{
    private const string Key = "infra:partners";
    private static readonly string[] Members = ["publicKeys", "ranges"];

    public static IReadOnlyList<PartnerSettings> Read(ConfigurationReader values) =>
        values.Json(Key, JsonValueKind.Object) is { } partners
            ? [.. partners.EnumerateObject()
                .OrderBy(partner => partner.Name, StringComparer.Ordinal)
                .Select(partner => ReadPartner(values, $"{Key}.{partner.Name}", partner.Name, partner.Value))
                .OfType<PartnerSettings>()]
            : [];

    private static PartnerSettings? ReadPartner(ConfigurationReader values, string key, string name, JsonElement partner)
    {
        if (partner.ValueKind is not JsonValueKind.Object)
        {
            values.Problem(key, $"is '{partner}'; expected is an object with {string.Join(", ", Members)}.");
            return null;
        }

        foreach (var member in partner.EnumerateObject().Where(member => !Members.Contains(member.Name)))
            values.Problem($"{key}.{member.Name}", $"is unknown; allowed are {string.Join(", ", Members)}.");

        var user = new SftpUser { Name = name, PublicKeys = ReadKeys(values, $"{key}.publicKeys", partner) };
        foreach (var problem in user.Check())
            values.Problem(key, $"cannot log in: {problem}");
        return new() { User = user, Ranges = ReadRanges(values, $"{key}.ranges", partner) };
    }

    private static Dictionary<string, string> ReadKeys(ConfigurationReader values, string key, JsonElement partner)
    {
        if (partner.TryGetProperty("publicKeys", out var keys) && keys.ValueKind is JsonValueKind.Object)
            return keys.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToString());

        values.Problem(key, "is no object; expected is one entry per key, by a name that never changes, such as the year.");
        return [];
    }

    private static List<Cidr> ReadRanges(ConfigurationReader values, string key, JsonElement partner)
    {
        var ranges = new List<Cidr>();
        if (!partner.TryGetProperty("ranges", out var list) || list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() == 0)
            values.Problem(key, "is no list of blocks; expected are the public addresses that the partner comes from, such as [203.0.113.8/29].");
        else
            foreach (var item in list.EnumerateArray())
                if (Cidr.TryParse(item.ToString(), out var range, out var problem)) ranges.Add(range);
                else values.Problem(key, $"has a wrong block: {problem}");
        foreach (var range in ranges)
            foreach (var problem in FirewallPlan.CheckPartnerRange(range))
                values.Problem(key, $"lists {range}, which {problem}");
        return ranges;
    }
}
