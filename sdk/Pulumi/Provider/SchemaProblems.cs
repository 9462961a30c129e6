namespace Pulumi.Experimental.Provider;

/// <summary>All that keeps a package from having a schema.</summary>
internal sealed class SchemaProblems(string package)
{
    private readonly SortedSet<string> _texts = new(StringComparer.Ordinal);

    public void Add(string text) => _texts.Add(text);

    public void ThrowIfAny()
    {
        if (_texts.Count > 0)
            throw new ArgumentException($"The components of package '{package}' have no schema:\n{string.Join('\n', _texts.Select(text => $"  {text}"))}");
    }
}
