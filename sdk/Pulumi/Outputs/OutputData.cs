using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output carries once it is there: a value and the three facts about it.</summary>
internal abstract class OutputData(bool isKnown, bool isSecret, ImmutableHashSet<Resource> dependencies)
{
    public static readonly ImmutableHashSet<Resource> NoDependencies = [];

    public bool IsKnown => isKnown;

    public bool IsSecret => isSecret;

    public ImmutableHashSet<Resource> Dependencies => dependencies;

    public abstract object? BoxedValue { get; }

    public static ImmutableHashSet<Resource> Join(ImmutableHashSet<Resource> left, ImmutableHashSet<Resource> right) =>
        left.Count == 0 || ReferenceEquals(left, right) ? right
        : right.Count == 0 ? left
        : left.Count < right.Count ? right.Union(left) : left.Union(right);
}

/// <inheritdoc cref="OutputData"/>
internal sealed class OutputData<T>(
    T value, bool isKnown = true, bool isSecret = false, ImmutableHashSet<Resource>? dependencies = null)
    : OutputData(isKnown, isSecret, dependencies ?? NoDependencies)
{
    public T Value => value;

    public override object? BoxedValue => value;

    /// <summary>Another value with the facts of this one.</summary>
    public OutputData<TResult> With<TResult>(TResult result) => new(result, IsKnown, IsSecret, Dependencies);

    /// <summary>An unknown value; secretness and dependencies stay.</summary>
    public OutputData<TResult> Unknown<TResult>() => new(default!, false, IsSecret, Dependencies);

    /// <summary>The inner value, with the facts of both.</summary>
    public OutputData<TResult> Around<TResult>(OutputData<TResult> inner) =>
        new(inner.Value, IsKnown && inner.IsKnown, IsSecret || inner.IsSecret, Join(Dependencies, inner.Dependencies));
}
