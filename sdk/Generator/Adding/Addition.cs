using Infra.Sdk.Generator.Generating;
using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Adding;

/// <summary>Adds resources and functions of a full schema, with all nested types that they reach, to the compact files of a folder.</summary>
public static class Addition
{
    /// <returns>What was done, one line each.</returns>
    /// <exception cref="GeneratorException">A token is unknown, or a file is missing or malformed; nothing has been written then.</exception>
    public static IReadOnlyList<string> Run(IReadOnlyList<string> tokens, string schemaFile, string folder)
    {
        using var full = FullSchema.Open(schemaFile);
        Check(tokens, full, schemaFile);

        var files = SchemaFiles.Folder(folder);
        var facts = full.Facts();
        var catalog = ProviderSchema.Open(full.Name, files) is { } present ? Catalog.Of(present) with { Facts = facts } : new Catalog { Facts = facts };
        var report = new List<string>();
        var nestedBefore = catalog.Objects.Count + catalog.Enums.Count;
        AddReached(catalog, full, catalog.Facts.Resource.Inputs.Values.Concat(catalog.Facts.Resource.Outputs.Values));
        foreach (var token in tokens.Distinct(StringComparer.Ordinal))
            report.Add(Add(catalog, full, token));

        var written = Write(CompactLayout.Files(catalog), files, full.Name, folder);
        var nestedNow = catalog.Objects.Count + catalog.Enums.Count;
        report.Add($"{written.Count} of the files below {folder} changed; nested types: {nestedBefore} before, {nestedNow} now.");
        return report;
    }

    private static void Check(IReadOnlyList<string> tokens, FullSchema full, string schemaFile)
    {
        var known = full.Tokens.ToHashSet(StringComparer.Ordinal);
        var problems = tokens.Where(token => !known.Contains(token))
            .Select(token => $"'{token}' is not a resource, function or enum of '{full.Name}' in {schemaFile}. "
                + $"Nearest: {string.Join(", ", NearestNames.Of(token, known))}.")
            .Concat(tokens.Where(known.Contains).SelectMany(token => ClashesOf(token, full)))
            .ToList();
        if (problems.Count > 0)
            throw new GeneratorException(string.Join('\n', problems));
    }

    // The official packages have a name for it that no schema tells.
    private static IEnumerable<string> ClashesOf(string token, FullSchema full) => full.Resource(token) is not { } resource
        ? []
        : resource.Inputs.Concat(resource.Outputs)
            .Where(property => CSharpNames.PropertyOf(property.Key, property.Value) == CSharpNames.ClassOf(token))
            .Select(property => $"'{token}' has a property '{property.Key}', which C# does not allow in a class of the same name, "
                + "and the schema names no other. Give the property a csharp name in the schema: the one of the official package.")
            .Distinct();

    private static string Add(Catalog catalog, FullSchema full, string token)
    {
        if (full.Resource(token) is { } resource)
        {
            var known = catalog.Resources.ContainsKey(token);
            catalog.Resources[token] = resource;
            var nested = AddReached(catalog, full, resource.Inputs.Values.Concat(resource.Outputs.Values));
            return $"{(known ? "updated" : "added")} resource {token}: {resource.Inputs.Count} inputs, {resource.Outputs.Count} outputs, {nested} nested types";
        }

        if (full.EnumType(token) is { } named)
        {
            var listed = catalog.Enums.ContainsKey(token);
            catalog.Enums[token] = named;
            return $"{(listed ? "updated" : "added")} enum {token}: {named.Values.Count} values";
        }

        var function = full.Function(token)!;
        var present = catalog.Functions.ContainsKey(token);
        catalog.Functions[token] = function;
        var reached = AddReached(catalog, full, function.Inputs.Values.Concat(function.Outputs.Values));
        return $"{(present ? "updated" : "added")} function {token}: {function.Inputs.Count} inputs, {function.Outputs.Count} outputs, {reached} nested types";
    }

    private static int AddReached(Catalog catalog, FullSchema full, IEnumerable<PropertySchema> properties)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(properties.SelectMany(property => Catalog.Tokens(property.Type)));
        while (open.TryDequeue(out var token))
        {
            if (!done.Add(token)) continue;

            if (full.EnumType(token) is { } named)
            {
                catalog.Enums[token] = named;
                continue;
            }

            var type = full.ObjectType(token)
                ?? throw new GeneratorException($"The schema of '{full.Name}' refers to the type '{token}' but does not have it. Is the file complete?");
            catalog.Objects[token] = type;
            foreach (var next in type.Properties.Values.SelectMany(property => Catalog.Tokens(property.Type)))
                open.Enqueue(next);
        }

        return done.Count;
    }

    private static List<string> Write(IReadOnlyDictionary<string, string> texts, SchemaFiles files, string provider, string folder)
    {
        var changed = new List<string>();
        foreach (var (path, text) in texts)
        {
            var file = Path.Combine(folder, path);
            if (File.Exists(file) && File.ReadAllText(file) == text) continue;

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            changed.Add(path);
        }

        foreach (var path in files.List(provider).Where(path => !texts.ContainsKey(path)))
        {
            File.Delete(Path.Combine(folder, path));
            changed.Add(path);
        }

        return changed;
    }
}
