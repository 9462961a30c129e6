using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource that a program asks for.</summary>
public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    /// <summary>Property values as string, bool, double, list, dictionary, asset or resource; unknown properties are left out.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>URN and id of the provider, joined by <c>::</c>; empty for the default provider.</summary>
    public string? Provider { get; set; }

    /// <summary>The id to be read or imported; empty for a new resource.</summary>
    public string? Id { get; set; }
}
