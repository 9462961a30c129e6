using System.Collections.Concurrent;
using Infra.Review;
using Infra.Review.Model;
using Infra.Review.Reporting;
using Infra.Stacks;
using Pulumi;

namespace Infra.Tests.Testing;

/// <summary>Tests whose programs run in this process: for a moment they change its environment, so nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HostedPrograms
{
    public const string Name = "Hosted programs";

    private static readonly ConcurrentDictionary<string, Lazy<Task<ReviewedPreview>>> Reviews = new(StringComparer.Ordinal);

    /// <summary>The platform of this repository as the policies see it; run once per stack.</summary>
    public static Task<ReviewedPreview> PlatformAsync(string stack) => Reviews.GetOrAdd(stack, name => new(() => PolicyCheck.RunAsync(name, Program))).Value;

    /// <summary>The same as a real preview sees it: what the cloud computes is not known.</summary>
    public static Task<ReviewedPreview> FirstPreviewAsync(string stack) => PolicyCheck.RunAsync(
        new PreviewRequest { Folder = Repository.Root, Stack = stack, Unknowns = true }, Program, new DateOnly(2026, 11, 21));

    private static Task<int> Program() => Deployment.RunAsync(() => Platform.Build(StackSettings.OfCurrentStack()));
}
