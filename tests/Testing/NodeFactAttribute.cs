namespace Infra.Tests.Testing;

/// <summary>A test that runs programs of Node.js. Without Node.js or npm it is skipped, by name; the CI script then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        var missing = NodePackage.Tools.Where(tool => NodePackage.Find(tool) is null).ToList();
        if (missing.Count > 0) Skip = $"{string.Join(" and ", missing)} cannot be found on the PATH.";
    }
}
