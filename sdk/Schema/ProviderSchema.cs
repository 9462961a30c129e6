using System.Collections.Concurrent;

namespace Infra.Sdk.Schema;

/// <summary>
/// The resource types, functions and nested types of one provider. Each is read when it is first asked for: a program that uses thirty types pays for thirty.
/// Safe for concurrent use.
/// </summary>
public sealed class ProviderSchema
{
    private static readonly ConcurrentDictionary<string, ProviderSchema?> Embedded = new(StringComparer.Ordinal);

    private readonly Lock _lock = new();
    private readonly SchemaFiles _files;
    private readonly Dictionary<string, SchemaFile?> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectSchema> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumSchema> _enums = new(StringComparer.Ordinal);
    private bool _allRead;

    private ProviderSchema(string name, SchemaFiles files)
    {
        Name = name;
        _files = files;
    }

    public string Name { get; }

    /// <exception cref="InvalidDataException">The provider's file is missing or malformed.</exception>
    public ProviderFacts Facts =>
        Read(SchemaPath.OfProvider(Name))?.Provider ?? throw new InvalidDataException($"Schema file '{SchemaPath.OfProvider(Name)}' is missing.");

    /// <summary>The provider as a resource: token <c>pulumi:providers:&lt;name&gt;</c>.</summary>
    public ResourceSchema Provider => Facts.Resource;

    /// <summary>The schema that is built in; null if there is none for this provider.</summary>
    public static ProviderSchema? Find(string name) => Embedded.GetOrAdd(name, static name => Open(name, SchemaFiles.Embedded));

    /// <summary>The schema in other files; null if they have none for this provider.</summary>
    public static ProviderSchema? Open(string name, SchemaFiles files)
    {
        using var stream = files.Open(SchemaPath.OfProvider(name));
        return stream is null ? null : new ProviderSchema(name, files);
    }

    public ResourceSchema? Resource(string token) => token == "pulumi:providers:" + Name ? Provider : Member(token)?.Resource;

    public FunctionSchema? Function(string token) => Member(token)?.Function;

    public ObjectSchema? Type(string token) => Nested(_objects, token);

    public EnumSchema? Enum(string token) => Nested(_enums, token);

    /// <summary>All resource types in ordinal order of their tokens, without the provider itself. Reads every file.</summary>
    public IReadOnlyList<ResourceSchema> Resources() =>
        [.. ReadAll().Select(file => file.Resource).OfType<ResourceSchema>().OrderBy(resource => resource.Token, StringComparer.Ordinal)];

    /// <summary>All functions in ordinal order of their tokens. Reads every file.</summary>
    public IReadOnlyList<FunctionSchema> Functions() =>
        [.. ReadAll().Select(file => file.Function).OfType<FunctionSchema>().OrderBy(function => function.Token, StringComparer.Ordinal)];

    /// <summary>All nested object types in ordinal order of their tokens. Reads every file.</summary>
    public IReadOnlyList<ObjectSchema> Types() =>
        [.. ReadAll().SelectMany(file => file.Objects).OrderBy(type => type.Token, StringComparer.Ordinal)];

    /// <summary>All enums in ordinal order of their tokens. Reads every file.</summary>
    public IReadOnlyList<EnumSchema> Enums() =>
        [.. ReadAll().SelectMany(file => file.Enums).OrderBy(type => type.Token, StringComparer.Ordinal)];

    private SchemaFile? Member(string token) => IsOurs(token) ? Read(SchemaPath.OfMember(token)) : null;

    private T? Nested<T>(Dictionary<string, T> known, string token)
        where T : class
    {
        if (!IsOurs(token)) return null;

        lock (_lock)
        {
            if (known.TryGetValue(token, out var type)) return type;
            Read(SchemaPath.OfSharedType(token));
            if (known.TryGetValue(token, out type)) return type;

            // Whoever asks for a nested type has nearly always read its owner before; only else is the owner looked for.
            ReadAll();
            return known.GetValueOrDefault(token);
        }
    }

    private bool IsOurs(string token) =>
        token.StartsWith(Name, StringComparison.Ordinal) && token.Length > Name.Length && token[Name.Length] == ':' && token.Count(c => c == ':') == 2;

    private List<SchemaFile> ReadAll()
    {
        lock (_lock)
        {
            if (!_allRead)
            {
                foreach (var path in _files.List(Name))
                    Read(path);
                _allRead = true;
            }

            return [.. _read.Values.OfType<SchemaFile>()];
        }
    }

    private SchemaFile? Read(string path)
    {
        lock (_lock)
        {
            if (_read.TryGetValue(path, out var file) || _allRead) return file;

            using var stream = _files.Open(path);
            file = stream is null ? null : CompactReader.Read(path, stream);
            _read.Add(path, file);
            foreach (var type in file?.Objects ?? [])
                _objects[type.Token] = type;
            foreach (var type in file?.Enums ?? [])
                _enums[type.Token] = type;
            return file;
        }
    }
}
