namespace Pulumi;

/// <summary>The resources directly below another, in the order in which they were made; resources may be made on several threads.</summary>
internal sealed class ResourceChildren
{
    private readonly Lock _lock = new();
    private List<Resource>? _children;

    public void Add(Resource child)
    {
        lock (_lock) (_children ??= []).Add(child);
    }

    public Resource[] ToArray()
    {
        lock (_lock) return _children is null ? [] : [.. _children];
    }
}
