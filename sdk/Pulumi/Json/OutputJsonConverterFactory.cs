using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using AnyJsonConverter = System.Text.Json.Serialization.JsonConverter;

namespace Pulumi;

/// <summary>Writes outputs and inputs as their values, and reads them from values.</summary>
internal sealed class OutputJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => IsOutput(typeToConvert) || InputOf(typeToConvert) is not null;

    public override AnyJsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var converter = IsOutput(typeToConvert)
            ? typeof(OutputJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments())
            : typeof(InputJsonConverter<,>).MakeGenericType(typeToConvert, InputOf(typeToConvert)!.GetGenericArguments()[0]);
        return (AnyJsonConverter)Activator.CreateInstance(converter)!;
    }

    private static bool IsOutput(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Output<>);

    private static Type? InputOf(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(Input<>)) return candidate;
        }
        return null;
    }
}

internal sealed class OutputJsonConverter<T> : JsonConverter<Output<T>>
{
    public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Output.Create(JsonSerializer.Deserialize<T>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options) => WriteValue(writer, value, options);

    public static void WriteValue(Utf8JsonWriter writer, Output<T> output, JsonSerializerOptions options)
    {
        var pass = OutputJson.CurrentPass;
        if (!output.DataTask.IsCompleted)
        {
            pass.Missing.Add(output.DataTask);
            writer.WriteNullValue();
            return;
        }

        var data = output.DataTask.GetAwaiter().GetResult();
        pass.Facts.Add(data);
        if (data.IsKnown) JsonSerializer.Serialize(writer, data.Value, options);
        else writer.WriteNullValue();
    }
}

/// <typeparam name="TInput"><see cref="Input{T}"/> or what derives from it: lists, maps, unions, JSON.</typeparam>
/// <typeparam name="T">The value inside.</typeparam>
internal sealed class InputJsonConverter<TInput, T> : JsonConverter<TInput>
    where TInput : Input<T>
{
    // Every kind of input has an implicit conversion from its value.
    private static readonly Func<T, TInput> FromValue = typeof(TInput)
        .GetMethod("op_Implicit", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly, [typeof(T)])!
        .CreateDelegate<Func<T, TInput>>();

    public override TInput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FromValue(JsonSerializer.Deserialize<T>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, TInput value, JsonSerializerOptions options) =>
        OutputJsonConverter<T>.WriteValue(writer, value.ToOutputCore(), options);
}
