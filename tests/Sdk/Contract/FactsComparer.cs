namespace Infra.Tests.Sdk.Contract;

/// <summary>Equality by content: a set equals only itself otherwise.</summary>
internal sealed class FactsComparer<T> : IEqualityComparer<OutputFacts<T>>
{
    public static FactsComparer<T> Instance { get; } = new();

    public bool Equals(OutputFacts<T>? left, OutputFacts<T>? right) =>
        left is not null && right is not null
        && (left.IsKnown, left.IsSecret) == (right.IsKnown, right.IsSecret)
        && EqualityComparer<T>.Default.Equals(left.Value, right.Value)
        && left.Dependencies.SetEquals(right.Dependencies);

    public int GetHashCode(OutputFacts<T> facts) => HashCode.Combine(facts.IsKnown, facts.IsSecret, facts.Value);
}
