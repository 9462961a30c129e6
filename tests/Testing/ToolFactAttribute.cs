namespace Infra.Tests.Testing;

/// <summary>A test that asks a program of the operating system. Without it the test is skipped, by name; the CI script then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools)
    {
        var missing = tools.Where(tool => Tool.Find(tool) is null).ToList();
        if (missing.Count > 0) Skip = $"{string.Join(" and ", missing)} cannot be found on the PATH.";
    }
}
