using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks behind an output, and makes unknown ones; for tests and tools.</summary>
public static class OutputUtilities
{
    public static Output<T> CreateUnknown<T>(T value) => new(new OutputData<T>(value, isKnown: false));

    /// <summary>Unknown, so the factory never runs.</summary>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return new(new OutputData<T>(default!, isKnown: false));
    }

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await DataOf(output).ConfigureAwait(false)).IsKnown;

    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        var data = await DataOf(output).ConfigureAwait(false);
        return data.IsKnown ? data.Value : default!;
    }

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        (await DataOf(output).ConfigureAwait(false)).Dependencies;

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        async Task<OutputData<T>> GetAsync()
        {
            var data = await DataOf(output).ConfigureAwait(false);
            return new(data.Value, data.IsKnown, data.IsSecret, data.Dependencies.Add(resource));
        }

        return new(GetAsync());
    }

    private static Task<OutputData<T>> DataOf<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.DataTask;
    }
}
