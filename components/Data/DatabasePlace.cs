using System.Collections.Immutable;
using Infra.Components.Networking;
using Pulumi;

namespace Infra.Components.Data;

/// <summary>Where in one region a database stands, and its replicas there.</summary>
public sealed record DatabasePlace
{
    public const string PrimaryKey = "primary";

    public required Location Location { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>Data subnets, one per zone.</summary>
    public required IReadOnlyList<ZoneSubnet> Subnets { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Of the log groups there; null leaves them to a key of AWS.</summary>
    public Input<string>? LogKeyArn { get; init; }

    /// <summary>By a frozen key that names the machine.</summary>
    public IReadOnlyDictionary<string, DatabaseReplica> Replicas { get; init; } = ImmutableDictionary<string, DatabaseReplica>.Empty;

    public IEnumerable<string> Check()
    {
        foreach (var problem in ZoneSubnet.Check(Subnets, SubnetTier.Data))
            yield return $"{Location.Region}: {problem}";
        foreach (var (key, replica) in Replicas.OrderBy(replica => replica.Key, StringComparer.Ordinal))
        {
            if (!Naming.IsWord(key) || key == PrimaryKey)
                yield return $"{Location.Region}: the replica key '{key}' names a machine; expected are "
                    + $"lower-case words joined by hyphens, other than '{PrimaryKey}'.";
            foreach (var problem in replica.Check())
                yield return $"{Location.Region}, replica '{key}': {problem}";
        }
    }
}

/// <summary>A machine that follows the primary and answers reads.</summary>
public sealed record DatabaseReplica
{
    /// <summary>The primary's, if null.</summary>
    public string? Type { get; init; }

    /// <summary>Share of the region's reads, 0 to 255, against the weights of its other replicas.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Cuts it off from the primary for good and lets it write: there is no way back but a new replica.</summary>
    public bool Promoted { get; init; }

    public IEnumerable<string> Check()
    {
        if (Weight is < 0 or > 255)
            yield return $"Weight is {Weight}; allowed is 0 to 255.";
        foreach (var problem in Type is null ? [] : DatabaseMachine.CheckType(Type))
            yield return problem;
    }
}
