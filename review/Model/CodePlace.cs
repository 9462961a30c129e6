using Infra.Policies;

namespace Infra.Review.Model;

/// <summary>Where a program makes a resource.</summary>
/// <param name="Source">The innermost line of the user's own code.</param>
/// <param name="Chain">The lines that led there, innermost first.</param>
public readonly record struct CodePlace(SourceLocation? Source, IReadOnlyList<SourceLocation> Chain)
{
    private const int MostLines = 3;

    /// <summary><c>components/Network.cs:40 &lt; stacks/Platform.cs:12</c>; empty if nothing is known.</summary>
    public override string ToString() => string.Join(" < ", Chain
        .Prepend(Source)
        .OfType<SourceLocation>()
        .Distinct()
        .Take(MostLines)
        .Select(line => FormattableString.Invariant($"{line.File}:{line.Line}")));
}
