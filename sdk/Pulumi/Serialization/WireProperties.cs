using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>All members of an args object as they are sent, with what each depends on.</summary>
internal sealed record WireProperties(Struct Object, IReadOnlyDictionary<string, IReadOnlySet<Resource>> Dependencies)
{
    /// <param name="members">Names and values.</param>
    /// <param name="label">What the members belong to, for errors.</param>
    /// <param name="isResource">Whether these are a resource's inputs: its id and URN are not among them.</param>
    public static async Task<WireProperties> WriteAsync(
        IEnumerable<KeyValuePair<string, object?>> members, string label, WireWriterOptions options, bool isResource)
    {
        var properties = new Struct();
        var dependencies = new SortedDictionary<string, IReadOnlySet<Resource>>(StringComparer.Ordinal);
        var root = new PropertyPath(label);
        foreach (var (name, member) in members)
        {
            if (isResource && name is ("id" or "urn")) continue;
            var writer = new WireWriter(options);
            if (await WritePropertyAsync(writer, name, member, root.Member(name)).ConfigureAwait(false) is not { } value) continue;
            properties.Fields[name] = value;
            dependencies[name] = writer.Dependencies;
        }

        return new(properties, dependencies);
    }

    private static async ValueTask<Value?> WritePropertyAsync(WireWriter writer, string name, object? member, PropertyPath path)
    {
        try
        {
            return await writer.WriteAsync(member, path).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
        }
    }
}
