using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>All members of an args object as they are sent, with what each depends on.</summary>
internal sealed record WireProperties(Struct Object, IReadOnlyDictionary<string, IReadOnlySet<Resource>> Dependencies)
{
    /// <summary>Begins to write all members at once, so that each shows its value at the time of the call.</summary>
    /// <param name="members">Names and values.</param>
    /// <param name="label">What the members belong to, for errors.</param>
    /// <param name="isResource">Whether these are a resource's inputs: its id and URN are not among them.</param>
    public static async Task<WireProperties> WriteAsync(
        IEnumerable<KeyValuePair<string, object?>> members, string label, WireWriterOptions options, bool isResource)
    {
        var root = new PropertyPath(label);
        var pending = new List<(string Name, WireWriter Writer, Task<Value?> Value)>();
        foreach (var (name, member) in members)
        {
            if (isResource && name is ("id" or "urn")) continue;
            var writer = new WireWriter(options);
            pending.Add((name, writer, WritePropertyAsync(writer, name, member, root.Member(name))));
        }

        var properties = new Struct();
        var dependencies = new SortedDictionary<string, IReadOnlySet<Resource>>(StringComparer.Ordinal);
        foreach (var (name, writer, task) in pending)
        {
            if (await task.ConfigureAwait(false) is not { } value) continue;
            properties.Fields[name] = value;
            dependencies[name] = writer.Dependencies;
        }

        return new(properties, dependencies);
    }

    private static async Task<Value?> WritePropertyAsync(WireWriter writer, string name, object? member, PropertyPath path)
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
