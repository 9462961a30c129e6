using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A call of a provider function, or of a method of a resource.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }

    /// <summary>Values as in <see cref="MockResourceArgs.Inputs"/>.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    public string? Provider { get; set; }
}
