using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Infra.Tests.Testing.LongestFirst", "Infra.Tests")]

namespace Infra.Tests.Testing;

/// <summary>What takes long comes first, so that nothing of it is left to run alone at the end, with a core that has nothing to do.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        "Infra.Tests.Policies.KnowingLess", "Infra.Tests.Review.Engine.", "Infra.Tests.Interop.", "Infra.Tests.Sdk.Wire.", "Infra.Tests.Sdk.Generator.",
        "Infra.Tests.Stacks.", "Infra.Tests.Components.Compute.", "Infra.Tests.Review.", "Infra.Tests.Rpc.",
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderBy(collection => Array.FindIndex(Long, name => collection.DisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var rank
            ? rank
            : Long.Length)
        .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
