using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Reads the configuration of the running stack, one namespace of it.</summary>
public sealed class Config
{
    private const string ConfigSuffix = ":config";

    private readonly string _namespace;

    /// <param name="name">The namespace; that of the project if null.</param>
    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        _namespace = name.EndsWith(ConfigSuffix, StringComparison.Ordinal) ? name[..^ConfigSuffix.Length] : name;
    }

    public string? Get(string key) => Deployment.Required.Configuration.Find(FullKey(key));

    public bool? GetBoolean(string key) => Read(key, ParseBoolean);

    public int? GetInt32(string key) => Read(key, ParseInt32);

    public double? GetDouble(string key) => Read(key, ParseDouble);

    [return: MaybeNull]
    public T GetObject<T>(string key) => GetObject<T>(key, JsonSerializerOptions.Default);

    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => Get(key) is { } text ? ParseObject<T>(key, text, options) : default;

    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    public Output<T>? GetSecretObject<T>(string key) => GetSecretObject<T>(key, JsonSerializerOptions.Default);

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) =>
        Get(key) is { } text ? Output.CreateSecret(ParseObject<T>(key, text, options)) : null;

    public string Require(string key) => Get(key) ?? throw Missing(key);

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    public T RequireObject<T>(string key) => RequireObject<T>(key, JsonSerializerOptions.Default);

    public T RequireObject<T>(string key, JsonSerializerOptions options) => ParseObject<T>(key, Require(key), options);

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) => Output.CreateSecret(RequireObject<T>(key, options));

    private string FullKey(string key) => $"{_namespace}:{key}";

    private ConfigMissingException Missing(string key) => new(FullKey(key));

    private ConfigTypeException Invalid(string key, string text, string expectedType, JsonException? exception)
    {
        var fullKey = FullKey(key);
        var isSecret = Deployment.Required.Configuration.IsSecret(fullKey);

        // The JSON reader quotes what it could not read, so its message must not go along either.
        return new(fullKey, isSecret ? "[secret]" : text, expectedType, isSecret ? null : exception);
    }

    private T? Read<T>(string key, Func<string, T?> parse)
        where T : struct =>
        Get(key) is { } text ? parse(text) ?? throw Invalid(key, text, typeof(T).Name, null) : null;

    private static bool? ParseBoolean(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static int? ParseInt32(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static double? ParseDouble(string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;

    private T ParseObject<T>(string key, string text, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options)!;
        }
        catch (JsonException exception)
        {
            throw Invalid(key, text, typeof(T).FullName ?? typeof(T).Name, exception);
        }
    }
}
