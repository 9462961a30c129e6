using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Sdk.Contract;

/// <summary>What an output hides: its value and whether it is known, secret and dependent on resources.</summary>
internal sealed record OutputFacts<T>(bool IsKnown, bool IsSecret, T Value, ImmutableHashSet<Resource> Dependencies)
{
    public static async Task<OutputFacts<T>> OfAsync(Output<T> output) => new(
        await OutputUtilities.GetIsKnownAsync(output),
        await Output.IsSecretAsync(output),
        await OutputUtilities.GetValueAsync(output),
        await OutputUtilities.GetDependenciesAsync(output));
}

internal static class OutputFacts
{
    public static Task<OutputFacts<T>> FactsAsync<T>(this Output<T> output) => OutputFacts<T>.OfAsync(output);

    public static Task<T> ValueAsync<T>(this Output<T> output) => OutputUtilities.GetValueAsync(output);
}
