using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Turns a value on the wire into the data of an output of a known type.</summary>
internal static class WireReader<T>
{
    /// <param name="dependencies">What the value depends on beside what it names itself.</param>
    /// <param name="place">Where the value stands, for the warning if it is of the wrong kind.</param>
    public static OutputData<T> Read(Value value, ImmutableHashSet<Resource> dependencies, string place, DeploymentLogger? logger)
    {
        var facts = WireFacts.Of(value);
        if (!facts.Dependencies.IsEmpty) dependencies = dependencies.Union(facts.Dependencies.Select(urn => new DependencyResource(urn)));
        if (facts.IsUnknown) return new(default!, false, facts.IsSecret, dependencies);
        return new(Convert(value, place, logger), true, facts.IsSecret, dependencies);
    }

    private static T Convert(Value value, string place, DeploymentLogger? logger)
    {
        try
        {
            return ValueConverter<T>.Instance.Convert(value)!;
        }
        catch (ValueMismatchException exception)
        {
            logger?.Warn($"The value of {place} does not fit its type {typeof(T)}: {exception.Message}");
            return default!;
        }
    }
}
