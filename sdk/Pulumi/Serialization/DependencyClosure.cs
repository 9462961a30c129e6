namespace Pulumi;

/// <summary>
/// Expands resources into those that the engine can wait for: a local component stands for the custom resources and remote
/// components below it.
/// </summary>
internal static class DependencyClosure
{
    /// <param name="dependent">
    /// The resource that depends on the others. Its own parents are left out: they stand for the resource itself too, and it need
    /// not wait for what it belongs to.
    /// </param>
    public static HashSet<Resource> Expand(IEnumerable<Resource> resources, Resource? dependent)
    {
        var expanded = new HashSet<Resource>();
        foreach (var resource in resources) Add(resource, dependent, expanded);
        if (dependent is not null) expanded.Remove(dependent);
        return expanded;
    }

    /// <summary>The URNs of the expanded resources, sorted.</summary>
    public static Task<IReadOnlyCollection<string>> UrnsAsync(IReadOnlyCollection<Resource> resources, Resource? dependent) =>
        resources.Count == 0 ? Task.FromResult<IReadOnlyCollection<string>>([]) : UrnsOfAsync(Expand(resources, dependent));

    public static async Task<IReadOnlyCollection<string>> UrnsOfAsync(IReadOnlyCollection<Resource> expanded)
    {
        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in expanded) urns.Add(await resource.GetUrnAsync().ConfigureAwait(false));
        return urns;
    }

    private static void Add(Resource resource, Resource? dependent, HashSet<Resource> expanded)
    {
        if (resource.IsCustom || resource.IsRemote)
        {
            expanded.Add(resource);
            return;
        }

        if (IsAbove(resource, dependent)) return;
        foreach (var child in resource.Children.ToArray()) Add(child, dependent, expanded);
    }

    private static bool IsAbove(Resource component, Resource? resource)
    {
        for (var parent = resource?.Parent; parent is not null; parent = parent.Parent)
            if (parent == component) return true;
        return false;
    }
}
