using System.Text.Json;

namespace Pulumi;

/// <summary>JSON text of values that hold outputs and inputs at any depth, and back.</summary>
internal static class OutputJson
{
    private static readonly JsonSerializerOptions DefaultOptions = WithConverters(new());

    [ThreadStatic]
    private static OutputJsonPass? _currentPass;

    public static Output<string> Serialize<T>(Output<T> value, JsonSerializerOptions? options)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(SerializeAsync(value, OptionsFor(options)));
    }

    public static Output<T> Deserialize<T>(Output<string> json, JsonSerializerOptions? options)
    {
        ArgumentNullException.ThrowIfNull(json);
        var effective = OptionsFor(options);
        return json.Apply(text => JsonSerializer.Deserialize<T>(text, effective)!);
    }

    internal static OutputJsonPass CurrentPass => _currentPass!;

    // A converter cannot wait. So each pass writes what is there and notes what is not; the pass after which nothing is missing counts.
    private static async Task<OutputData<string>> SerializeAsync<T>(Output<T> output, JsonSerializerOptions options)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        if (!data.IsKnown) return data.Unknown<string>();

        while (true)
        {
            var pass = new OutputJsonPass();
            var text = SerializeOnce(data.Value, options, pass);
            if (pass.Missing.Count > 0)
            {
                await Task.WhenAll(pass.Missing).ConfigureAwait(false);
                continue;
            }
            pass.Facts.Add(data);
            return pass.Facts.With(pass.Facts.IsKnown ? text : null!);
        }
    }

    private static string SerializeOnce<T>(T value, JsonSerializerOptions options, OutputJsonPass pass)
    {
        var outer = _currentPass;
        _currentPass = pass;
        try
        {
            return JsonSerializer.Serialize(value, options);
        }
        finally
        {
            _currentPass = outer;
        }
    }

    private static JsonSerializerOptions OptionsFor(JsonSerializerOptions? options) => options is null ? DefaultOptions : WithConverters(options);

    private static JsonSerializerOptions WithConverters(JsonSerializerOptions options) =>
        new(options) { Converters = { new OutputJsonConverterFactory() } };
}

/// <summary>One attempt to write a value as JSON: the facts of the outputs met so far, and those that are not there yet.</summary>
internal sealed class OutputJsonPass
{
    public OutputFacts Facts { get; } = new();

    public List<Task> Missing { get; } = [];
}
