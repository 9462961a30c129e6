using System.Collections.Frozen;
using System.Text.Json;

namespace Pulumi;

/// <summary>All configuration of a stack by full key (<c>namespace:key</c>), as the engine hands it over.</summary>
internal sealed class StackConfiguration
{
    private const string ValuesVariable = "PULUMI_CONFIG";
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    private readonly FrozenDictionary<string, string> _values;
    private readonly FrozenSet<string> _secretKeys;

    private StackConfiguration(string? values, string? secretKeys)
    {
        _values = Parse(values).ToFrozenDictionary(StringComparer.Ordinal);
        _secretKeys = string.IsNullOrEmpty(secretKeys) ? [] : JsonSerializer.Deserialize<string[]>(secretKeys)!.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Reads the environment now; later changes of it are not seen.</summary>
    public static StackConfiguration FromEnvironment() =>
        new(Environment.GetEnvironmentVariable(ValuesVariable), Environment.GetEnvironmentVariable(SecretKeysVariable));

    public string? Find(string fullKey) => _values.GetValueOrDefault(fullKey);

    public bool IsSecret(string fullKey) => _secretKeys.Contains(fullKey);

    private static Dictionary<string, string> Parse(string? json)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrEmpty(json)) return values;

        using var document = JsonDocument.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            values[WithoutConfigPart(property.Name)] =
                property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
        }
        return values;
    }

    // Old stacks carry "namespace:config:key".
    private static string WithoutConfigPart(string key)
    {
        const string Part = ":config:";
        var start = key.IndexOf(Part, StringComparison.Ordinal);
        return start < 0 ? key : $"{key[..start]}:{key[(start + Part.Length)..]}";
    }
}
