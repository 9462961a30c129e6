using Infra.Policies;
using Infra.Review.Model;

namespace Infra.Review.Reporting;

/// <summary>Where a resource comes from, as a reader of the program thinks of it.</summary>
internal static class Origin
{
    private const int MostCallers = 2;

    /// <summary>The line that uses a component, rather than the one inside it that registers it.</summary>
    public static SourceLocation? OfUse(PreviewResource resource) => CallersOf(resource).FirstOrDefault(resource.Source);

    /// <summary>The first line of each other file on the way there, innermost first.</summary>
    public static IEnumerable<SourceLocation> CallersOf(PreviewResource resource) => resource.SourceChain
        .DistinctBy(line => line.File)
        .Where(line => line.File != resource.Source?.File)
        .Take(MostCallers);
}
