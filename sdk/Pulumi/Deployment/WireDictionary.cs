using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Properties on the wire as the dictionaries that transforms and hooks see: secrets and unknowns as outputs, all else plain.</summary>
internal static class WireDictionary
{
    public static ImmutableDictionary<string, object?> Read(Struct? properties) =>
        properties is null
            ? ImmutableDictionary<string, object?>.Empty
            : properties.Fields.ToImmutableDictionary(member => member.Key, member => ReadValue(member.Value), StringComparer.Ordinal);

    public static ImmutableDictionary<string, object?>? ReadOrNull(Struct? properties) => properties is null ? null : Read(properties);

    public static async Task<Struct> WriteAsync(ImmutableDictionary<string, object?> dictionary, string label)
    {
        var written = await WireProperties.WriteAsync(
            dictionary.OrderBy(member => member.Key, StringComparer.Ordinal),
            label,
            WireWriterOptions.Full with { KeepOutputValues = true },
            isResource: false).ConfigureAwait(false);
        return written.Object;
    }

    private static object? ReadValue(Value value)
    {
        var facts = WireFacts.Of(value);
        if (facts is { IsUnknown: false, IsSecret: false, Dependencies.IsEmpty: true }) return ValueConverter<object>.Instance.Convert(value);
        return new Output<object?>(WireReader<object?>.Read(value, OutputData.NoDependencies, "a transformed value", null));
    }
}
