namespace Infra.Components.Operations;

/// <summary>A component that can tell how it is.</summary>
public interface IObserved
{
    Telemetry Telemetry { get; }
}

/// <summary>A component that is in several regions, and can tell how it is in each.</summary>
public interface IObservedPerRegion
{
    /// <summary>One for each region; each names another source.</summary>
    IReadOnlyList<Telemetry> Telemetry { get; }
}

/// <param name="Title">Above the graph.</param>
/// <param name="Lines">In the order of the legend.</param>
public sealed record Widget(string Title, params IReadOnlyList<Measure> Lines);

/// <summary>
/// What a component has to say about itself, as plain values: it makes nothing. <see cref="Alarms"/> makes the alarms and
/// <see cref="Dashboard"/> draws the widgets.
/// </summary>
public sealed record Telemetry
{
    /// <summary>The component's name in the program; it is part of the names of its alarms.</summary>
    public required string Source { get; init; }

    /// <summary>Where its metrics are.</summary>
    public required string Region { get; init; }

    public IReadOnlyList<Alarm> Alarms { get; init; } = [];

    public IReadOnlyList<Widget> Widgets { get; init; } = [];

    /// <summary>The same with one alarm changed, for those who know better when to be told.</summary>
    /// <exception cref="ArgumentException">There is no alarm of that key.</exception>
    public Telemetry With(string key, Func<Alarm, Alarm> change)
    {
        if (!Alarms.Any(alarm => alarm.Key == key))
            throw new ArgumentException($"{Source} has no alarm '{key}'; there are: {string.Join(", ", Alarms.Select(alarm => alarm.Key))}.", nameof(key));
        return this with { Alarms = [.. Alarms.Select(alarm => alarm.Key == key ? change(alarm) : alarm)] };
    }

    /// <summary>The same without an alarm that nobody wants to be woken by.</summary>
    public Telemetry Without(string key) => this with { Alarms = [.. Alarms.Where(alarm => alarm.Key != key)] };

    internal IEnumerable<string> Check()
    {
        foreach (var alarm in Alarms)
            foreach (var problem in alarm.Check(Region))
                yield return $"The alarm {alarm.Key} of {Source}: {problem}";
        foreach (var same in Alarms.GroupBy(alarm => alarm.Key).Where(same => same.Count() > 1))
            yield return $"The alarm {same.Key} of {Source} is given {same.Count()} times.";
    }
}
