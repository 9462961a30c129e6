using System.Text.RegularExpressions;

namespace Infra.Components.Data;

/// <summary>The class and the storage of a database's machines.</summary>
public sealed partial record DatabaseMachine
{
    // RDS API reference, CreateDBInstance, AllocatedStorage of gp3; read 2026-11.
    private const int SmallestStorage = 20;
    private const int LargestStorage = 65_536;

    /// <summary>For example <c>db.m7g.large</c>.</summary>
    public required string Type { get; init; }

    public required int StorageGibibytes { get; init; }

    /// <summary>Up to which RDS enlarges the storage by itself.</summary>
    public required int MaximumStorageGibibytes { get; init; }

    /// <summary>Performance Insights does not run on the smallest burstable classes.</summary>
    public static bool InsightsRunOn(string type) => !SmallestBurstable().IsMatch(type);

    /// <summary>Nor, of Aurora MySQL, on any of the older ones (Aurora User Guide, Database Insights, instance classes, read 2026-11).</summary>
    public static bool InsightsRunOnAurora(string type, DatabaseEngine engine) =>
        InsightsRunOn(type) && (engine != DatabaseEngine.MySql || !OlderBurstable().IsMatch(type));

    public static bool IsType(string? text) => text is not null && TypePattern().IsMatch(text);

    public IEnumerable<string> Check()
    {
        foreach (var problem in CheckType(Type))
            yield return problem;
        if (StorageGibibytes is < SmallestStorage or > LargestStorage)
            yield return $"StorageGibibytes is {StorageGibibytes}; allowed is {SmallestStorage} to {LargestStorage}.";
        // RDS refuses less headroom than a tenth (RDS User Guide, storage autoscaling, read 2026-11).
        if (MaximumStorageGibibytes > LargestStorage || MaximumStorageGibibytes * 10L < StorageGibibytes * 11L)
            yield return $"MaximumStorageGibibytes is {MaximumStorageGibibytes}; "
                + $"allowed is a tenth above StorageGibibytes ({StorageGibibytes}) or more, up to {LargestStorage}.";
    }

    public static IEnumerable<string> CheckType(string type, string example = "db.m7g.large")
    {
        if (!IsType(type))
            yield return $"The machine type is '{type}'; expected a type such as {example}.";
    }

    /// <summary>Of Aurora, DocumentDB and Neptune.</summary>
    public static IEnumerable<string> CheckClusterType(string type, string example) => IsType(type) && UnknownToClusters().IsMatch(type)
        ? [$"The machine type is '{type}', of a family that RDS alone has; expected is one with much memory or with credits, such as {example}."]
        : CheckType(type, example);

    [GeneratedRegex("^db[.][a-z][a-z0-9]*[.][a-z0-9]+$")]
    private static partial Regex TypePattern();

    // Aurora User Guide, "Supported DB engines for DB instance classes"; DocumentDB developer guide, "Managing instance classes";
    // Neptune user guide, "Choosing the right Neptune DB instance type": none lists a family of these two (read 2026-11).
    [GeneratedRegex("^db[.][cm][0-9]")]
    private static partial Regex UnknownToClusters();

    [GeneratedRegex("^db[.]t[23][.]")]
    private static partial Regex OlderBurstable();

    [GeneratedRegex("^db[.]t[0-9][a-z]*[.](micro|small)$")]
    private static partial Regex SmallestBurstable();
}
