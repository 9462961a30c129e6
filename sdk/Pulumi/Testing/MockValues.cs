using System.Collections;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Testing;

/// <summary>Between the values of the protocol and those that mocks see and give.</summary>
internal static class MockValues
{
    private const string InternalPrefix = "__";

    /// <summary>Properties without those that are unknown or null; secrets are not marked.</summary>
    public static ImmutableDictionary<string, object> Read(Struct? properties)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in properties?.Fields ?? [])
        {
            if (!WireFacts.Of(value).IsUnknown && Read(value) is { } known) result[name] = known;
        }
        return result.ToImmutable();
    }

    /// <summary>Registered outputs with their facts, but without dependencies.</summary>
    public static ImmutableDictionary<string, Output<object?>> ReadOutputs(Struct? outputs)
    {
        var result = ImmutableDictionary.CreateBuilder<string, Output<object?>>(StringComparer.Ordinal);
        foreach (var (name, value) in outputs?.Fields ?? [])
        {
            var facts = WireFacts.Of(value);
            result[name] = new(new OutputData<object?>(facts.IsUnknown ? null : Read(value), !facts.IsUnknown, facts.IsSecret));
        }
        return result.ToImmutable();
    }

    /// <exception cref="InvalidOperationException">
    /// The object is neither a dictionary nor an args or output object, or holds something that has no place on the wire.
    /// </exception>
    public static async Task<Struct> WriteAsync(object? given, string what)
    {
        // An ExpandoObject is a dictionary, but none of the kind that goes on the wire.
        var members = given is IDictionary<string, object?> named and not IDictionary ? new Dictionary<string, object?>(named) : given;
        var written = await new WireWriter(WireWriterOptions.Full).WriteAsync(members, new PropertyPath(what)).ConfigureAwait(false);
        return written is { KindCase: Value.KindOneofCase.StructValue }
            ? written.StructValue
            : throw new InvalidOperationException($"{what} is {given?.GetType().FullName ?? "null"}; "
                + "it must be a dictionary with string keys, an args object or an output object.");
    }

    private static object? Read(Value wrapped)
    {
        var value = WireValues.Unwrap(wrapped);
        return value.KindCase switch
        {
            Value.KindOneofCase.ListValue => value.ListValue.Values.Select(element => Read(element)!).ToImmutableArray(),
            Value.KindOneofCase.StructValue when WireValues.SignatureOf(value) is null => ReadObject(value.StructValue),
            _ => ValueConverter<object>.Instance.Convert(value),
        };
    }

    private static ImmutableDictionary<string, object> ReadObject(Struct members)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in members.Fields)
        {
            if (!name.StartsWith(InternalPrefix, StringComparison.Ordinal)) result[name] = Read(value)!;
        }
        return result.ToImmutable();
    }
}
