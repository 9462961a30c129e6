using System.Collections.Immutable;
using Infra.Components.Identity;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Ssm;

namespace Infra.Components.Data;

public sealed record ShardedDatabaseArgs
{
    public required Naming Naming { get; init; }

    public required DatabaseEngine Engine { get; init; }

    public required IReadOnlyList<Shard> Shards { get; init; }

    /// <summary>Of each shard.</summary>
    public required DatabasePlace Primary { get; init; }

    /// <summary>Of each shard.</summary>
    public IReadOnlyList<DatabasePlace> Elsewhere { get; init; } = [];

    /// <summary>Of each shard that has none of its own.</summary>
    public required DatabaseMachine Machine { get; init; }

    public required DatabaseSafety Safety { get; init; }

    /// <summary>Frozen.</summary>
    public string SchemaName { get; init; } = "app";
}

/// <summary>Data too large or too busy for one primary: several databases, each with its part, and a map by which clients find theirs.</summary>
public sealed class ShardedDatabase : ComponentResource, IObservedPerRegion
{
    private readonly IReadOnlyList<Database> _databases;
    private readonly ImmutableArray<Location> _locations;

    public ShardedDatabase(string name, ShardedDatabaseArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:ShardedDatabase", name, options)
    {
        new Problems("ShardedDatabase", name).Add(new ShardPlan(args.Shards).Check()).ThrowIfAny();

        MapPath = $"/{args.Naming.Product}/{args.Naming.Environment}/{name}/shards";
        _locations = [.. args.Elsewhere.Prepend(args.Primary).Select(place => place.Location)];
        _databases = [.. args.Shards.Select(shard => CreateShard(name, args, shard))];

        var child = new CustomResourceOptions { Parent = this };
        foreach (var (shard, database) in args.Shards.Zip(_databases))
            foreach (var location in _locations)
                Publish($"{name}-{shard.Key}-{location.Region}", args, location, shard, database, child);

        PrimaryAddresses = Output.All(_databases.Select(database => database.PrimaryAddress))
            .Apply(addresses => args.Shards.Zip(addresses).ToImmutableDictionary(pair => pair.First.Key, pair => pair.Second));
        RegisterOutputs();
    }

    /// <summary>Under which clients of every region find the map: a parameter for each shard, and below it the primary's address.</summary>
    [Output("mapPath")]
    public string MapPath { get; }

    /// <summary>By shard.</summary>
    [Output("primaryAddresses")]
    public Output<ImmutableDictionary<string, string>> PrimaryAddresses { get; }

    public IReadOnlyList<Telemetry> Telemetry => [.. _databases.SelectMany(database => database.Telemetry)];

    /// <summary>What a role in a region needs to read the map and to log in to the machines of all shards there.</summary>
    /// <exception cref="RunException">The database has no machine in that region.</exception>
    public Output<string> ConnectPolicyIn(string region)
    {
        var logins = Output.All(_databases.Select(database => database.LoginsIn(region)));
        var location = _locations.Single(location => location.Region == region);
        return logins.Apply(arns => new PolicyDocument(
            new PolicyStatement { Sid = "LogInToShards", Action = ["rds-db:connect"], Resource = [.. arns.SelectMany(arn => arn)] },
            new PolicyStatement
            {
                Sid = "ReadShardMap",
                Action = ["ssm:GetParameter", "ssm:GetParametersByPath"],
                Resource = [location.Arn("ssm", $"parameter{MapPath}"), location.Arn("ssm", $"parameter{MapPath}/*")],
            }).ToString());
    }

    private Database CreateShard(string name, ShardedDatabaseArgs args, Shard shard) => new($"{name}-{shard.Key}", new()
    {
        Naming = args.Naming,
        Engine = args.Engine,
        Primary = args.Primary,
        Elsewhere = args.Elsewhere,
        Machine = shard.Machine ?? args.Machine,
        Safety = args.Safety,
        SchemaName = args.SchemaName,
    }, new() { Parent = this });

    // A parameter for each shard rather than one for all: a new shard changes that of the shard it takes from, and no other.
    private void Publish(
        string parameter, ShardedDatabaseArgs args, Location location, Shard shard, Database database, CustomResourceOptions child)
    {
        _ = new Parameter(parameter, new ParameterArgs
        {
            Region = location.Region,
            Name = $"{MapPath}/{shard.Key}",
            Type = "String",
            InsecureValue = ShardPlan.Describe(shard, database.WriteName, database.ReadName),
            Tags = args.Naming.Tags(parameter),
        }, child);

        _ = new Parameter($"{parameter}-primary", new ParameterArgs
        {
            Region = location.Region,
            Name = $"{MapPath}/{shard.Key}/primary",
            Type = "String",
            // An address is no secret; as such it would be hidden wherever it is shown.
            InsecureValue = database.PrimaryAddress,
            Tags = args.Naming.Tags($"{parameter}-primary"),
        }, child);
    }
}
