using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Adding;

/// <summary>
/// Which compact file holds what. A nested type that one resource or function alone reaches lies in that one's file; one that several
/// reach has a file of its own. The layout follows from the catalog only, never from the order in which types were added.
/// </summary>
public static class CompactLayout
{
    /// <summary>The text of every file of a provider, by path.</summary>
    public static IReadOnlyDictionary<string, string> Files(Catalog catalog)
    {
        var owners = Owners(catalog);
        var owned = owners.Where(entry => entry.Value.Count == 1).ToLookup(entry => entry.Value[0], entry => entry.Key, StringComparer.Ordinal);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);

        var facts = catalog.Facts;
        files.Add(SchemaPath.OfProvider(facts.Name), CompactFile.OfProvider(facts, catalog, owned[facts.Resource.Token]));
        foreach (var resource in catalog.Resources.Values)
            files.Add(SchemaPath.OfMember(resource.Token), CompactFile.OfResource(resource, catalog, owned[resource.Token]));
        foreach (var function in catalog.Functions.Values)
            files.Add(SchemaPath.OfMember(function.Token), CompactFile.OfFunction(function, catalog, owned[function.Token]));
        foreach (var (token, _) in owners.Where(entry => entry.Value.Count != 1))
            files.Add(SchemaPath.OfSharedType(token), CompactFile.OfSharedType(token, catalog));
        return files;
    }

    /// <summary>By nested type, who reaches it. An object type that nobody reaches is left out and so vanishes; an enum was added by name and stays.</summary>
    private static SortedDictionary<string, List<string>> Owners(Catalog catalog)
    {
        var owners = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        Add(catalog.Facts.Resource.Token, catalog.Facts.Resource.Inputs.Values.Concat(catalog.Facts.Resource.Outputs.Values));
        foreach (var resource in catalog.Resources.Values)
            Add(resource.Token, resource.Inputs.Values.Concat(resource.Outputs.Values));
        foreach (var function in catalog.Functions.Values)
            Add(function.Token, function.Inputs.Values.Concat(function.Outputs.Values));
        foreach (var token in catalog.Enums.Keys)
            owners.TryAdd(token, []);
        return owners;

        void Add(string owner, IEnumerable<PropertySchema> properties)
        {
            foreach (var token in catalog.Reach(properties))
            {
                if (!owners.TryGetValue(token, out var list))
                    owners.Add(token, list = []);
                list.Add(owner);
            }
        }
    }
}
