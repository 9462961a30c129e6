using System.Collections.Immutable;
using Infra.Components.Identity;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Rds;

namespace Infra.Components.Data;

public sealed record AuroraArgs
{
    public required Naming Naming { get; init; }

    public required DatabaseEngine Engine { get; init; }

    public required DatabasePlace Primary { get; init; }

    /// <summary>Other regions, which follow the first within a second; with one or more it is a global database.</summary>
    public IReadOnlyList<DatabasePlace> Elsewhere { get; init; } = [];

    /// <summary>The region that takes writes since the roles were switched; null is the first.</summary>
    public string? WritingRegion { get; init; }

    public required AuroraMachines Machines { get; init; }

    /// <summary>1 to 35.</summary>
    public required int BackupDays { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>Frozen.</summary>
    public string SchemaName { get; init; } = "app";

    /// <summary>A higher number makes a new password for the administrator; without effect while RDS manages it.</summary>
    public int PasswordGeneration { get; init; } = 1;

    internal bool WritesIn(DatabasePlace place) => place.Location.Region == (WritingRegion ?? Primary.Location.Region);
}

/// <summary>
/// A MySQL or PostgreSQL whose storage survives the loss of a zone by itself, with readers that come and go with the load, in one
/// region or as a global database in up to eleven.
/// </summary>
public sealed class Aurora : ComponentResource, IObservedPerRegion
{
    // Aurora User Guide, "Using Amazon Aurora Global Database", 2026-09.
    private const int MostFollowingRegions = 10;

    private readonly ImmutableDictionary<string, Output<string>> _connectPolicies;
    private readonly string _name;

    public Aurora(string name, AuroraArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:Aurora", name, options)
    {
        Check(name, args).ThrowIfAny();

        _name = name;
        var child = new CustomResourceOptions { Parent = this };
        var zone = $"{name}.{args.Naming.Environment}.{args.Naming.Product}.internal";
        var ground = Lay(args, args.Primary);
        var own = args.Elsewhere.Count > 0 ? DrawPassword(args, ground) : null;
        var home = new AuroraCluster(SiteOf(args.Primary), args, args.Primary, ground, child);
        var writing = home.CreateWriting(own?.Password);
        var writer = home.CreateMachines(writing);
        ScaleWhereWritten(args, args.Primary, home, writing, writer);
        NameCluster(args, args.Primary, zone, writing);

        var global = args.Elsewhere.Count > 0 ? CreateGlobal(name, args, writing, writer, child) : null;
        var clusters = args.Elsewhere.Select(place => (Place: place, Cluster: Follow(args, place, global!, zone, child)))
            .Prepend((Place: args.Primary, Cluster: writing)).ToList();
        // A cluster without a machine takes no password, and one that takes a password has no follower join it.
        var all = Output.All(clusters.Select(cluster => cluster.Cluster.Id));
        own?.RenewFor(RotatedDatabase.Cluster(Output.Tuple(writing.ClusterIdentifier, writer.Id, all).Apply(made => made.Item1)));

        WriteName = DatabaseNames.WriteName(zone);
        ReadName = DatabaseNames.ReadName(zone);
        AdministratorSecretArn = own?.Password.SecretArn
            ?? writing.MasterUserSecrets.Apply(secrets => secrets.IsDefaultOrEmpty ? "" : secrets[0].SecretArn ?? "");
        Telemetry = [.. clusters.Select(cluster => new ClusterTelemetry(SiteOf(cluster.Place), cluster.Place.Location.Region, cluster.Cluster.ClusterIdentifier)
            .OfAurora(follows: !args.WritesIn(cluster.Place), hasReaders: args.Machines.MaximumReaders > 0))];
        _connectPolicies = clusters.ToImmutableDictionary(
            cluster => cluster.Place.Location.Region, cluster => ConnectPolicy(cluster.Place.Location, cluster.Cluster));
        RegisterOutputs();
    }

    /// <summary>Known before the database is there. In a region that follows, it leads to readers that pass writes on.</summary>
    [Output("writeName")]
    public string WriteName { get; }

    /// <summary>Known before the database is there.</summary>
    [Output("readName")]
    public string ReadName { get; }

    [Output("administratorSecretArn")]
    public Output<string> AdministratorSecretArn { get; }

    public IReadOnlyList<Telemetry> Telemetry { get; }

    /// <summary>What a role in a region needs to log in to the cluster there as <see cref="Database.UserName"/>.</summary>
    /// <exception cref="RunException">The database has no cluster in that region.</exception>
    public Output<string> ConnectPolicyIn(string region) => _connectPolicies.TryGetValue(region, out var policy)
        ? policy
        : throw new RunException($"Aurora '{_name}' has no cluster in {region}; it has some in "
            + $"{string.Join(", ", _connectPolicies.Keys.Order(StringComparer.Ordinal))}.");

    private static Problems Check(string name, AuroraArgs args)
    {
        var places = args.Elsewhere.Prepend(args.Primary).ToList();
        return new Problems("Aurora", name)
            .Add(places.SelectMany(place => args.Machines.Readers.Append(DatabasePlace.PrimaryKey)
                .SelectMany(key => CloudName.DatabaseInstance.Check($"{name}-{place.Location.Region}-{key}"))))
            .Add(args.Machines.Check(isGlobal: args.Elsewhere.Count > 0))
            .Unless(args.BackupDays is >= 1 and <= 35, $"BackupDays is {args.BackupDays}; allowed is 1 to 35.")
            .Add(SchemaName.Check(args.SchemaName))
            .Unless(args.PasswordGeneration >= 1, $"PasswordGeneration is {args.PasswordGeneration}; allowed is 1 or more.")
            .Unless(args.Elsewhere.Count <= MostFollowingRegions,
                $"It has {args.Elsewhere.Count} regions beside the first; allowed are {MostFollowingRegions}.")
            .Unless(places.Any(args.WritesIn), $"WritingRegion is '{args.WritingRegion}'; expected is one of its regions: "
                + $"{string.Join(", ", places.Select(place => place.Location.Region).Distinct())}.")
            .Add(places.GroupBy(place => place.Location.Region).Where(group => group.Count() > 1)
                .Select(group => $"The region {group.Key} is given {group.Count()} times; a global database has one cluster in each."))
            .Add(places.Where(place => place.Replicas.Count > 0)
                .Select(place => $"{place.Location.Region} lists replicas; Aurora takes its readers from Machines.Readers."))
            .Add(places.SelectMany(place => place.Check()));
    }

    private string SiteOf(DatabasePlace place) => $"{_name}-{place.Location.Region}";

    private DatabaseGround Lay(AuroraArgs args, DatabasePlace place) => new(
        SiteOf(place), new() { Naming = args.Naming, Place = place, DeletionProtection = args.DeletionProtection }, new() { Parent = this });

    // Made of the first cluster rather than before it, so that a second region can be added to a cluster that is there.
    private static GlobalCluster CreateGlobal(
        string name, AuroraArgs args, Cluster writing, ClusterInstance writer, CustomResourceOptions child)
    {
        var region = args.Primary.Location.Region;
        return new($"{name}-{region}-global", new GlobalClusterArgs
        {
            Region = region,
            GlobalClusterIdentifier = args.Naming.Within(CloudName.GlobalDatabase, name),
            SourceDbClusterIdentifier = writing.Arn,
            DeletionProtection = args.DeletionProtection,
            // Lets its members go before it goes itself; deletes none of them.
            ForceDestroy = true,
            Tags = args.Naming.Tags($"{name}-global"),
            // Others cannot join while the first has no machine.
        }, CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection, DependsOn = { writer } }));
    }

    // RDS does not manage passwords of global databases (Aurora User Guide, password management, read 2026-11).
    private OwnPassword DrawPassword(AuroraArgs args, DatabaseGround ground) => OwnPassword.Draw(
        SiteOf(args.Primary), args.Naming, args.Primary, ground.KeyArn, (args.PasswordGeneration, args.DeletionProtection), this);

    private Cluster Follow(AuroraArgs args, DatabasePlace place, GlobalCluster global, string zone, CustomResourceOptions child)
    {
        var region = new AuroraCluster(SiteOf(place), args, place, Lay(args, place), child);
        var cluster = region.CreateFollowing(global);
        ScaleWhereWritten(args, place, region, cluster, region.CreateMachines(cluster));
        NameCluster(args, place, zone, cluster);
        return cluster;
    }

    // Aurora scales no readers of clusters that follow (Aurora User Guide, limitations of global databases, read 2026-11).
    private static void ScaleWhereWritten(AuroraArgs args, DatabasePlace place, AuroraCluster region, Cluster cluster, ClusterInstance first)
    {
        if (args.WritesIn(place)) region.ScaleReaders(cluster, first);
    }

    private void NameCluster(AuroraArgs args, DatabasePlace place, string zone, Cluster cluster) =>
        _ = new DatabaseNames($"{SiteOf(place)}-names", new()
        {
            Naming = args.Naming,
            Location = place.Location,
            VpcId = place.VpcId,
            Zone = zone,
            // Elsewhere the writer's name leads nowhere, and readers pass writes on.
            Writer = args.WritesIn(place) ? cluster.Endpoint : cluster.ReaderEndpoint,
            // Aurora spreads reads itself, over the readers that are well, and falls back to the writer.
            Readers = [new("cluster", cluster.ReaderEndpoint, 1)],
        }, new() { Parent = this });

    private static Output<string> ConnectPolicy(Location location, Cluster cluster) => cluster.ClusterResourceId.Apply(id =>
        new PolicyDocument(new PolicyStatement
        {
            Sid = "LogInToDatabase",
            Action = ["rds-db:connect"],
            Resource = [location.Arn("rds-db", $"dbuser:{id}/{Database.UserName}")],
        }).ToString());
}
