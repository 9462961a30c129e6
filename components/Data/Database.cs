using System.Collections.Immutable;
using Infra.Components.Identity;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.Rds;

namespace Infra.Components.Data;

public sealed record DatabaseArgs
{
    public required Naming Naming { get; init; }

    public required DatabaseEngine Engine { get; init; }

    /// <summary>Where the primary stands, and the replicas beside it.</summary>
    public required DatabasePlace Primary { get; init; }

    /// <summary>Other regions, each with at least one replica.</summary>
    public IReadOnlyList<DatabasePlace> Elsewhere { get; init; } = [];

    public required DatabaseMachine Machine { get; init; }

    public required DatabaseSafety Safety { get; init; }

    /// <summary>The schema (MySQL) or database (PostgreSQL) that is there from the start; frozen.</summary>
    public string SchemaName { get; init; } = "app";

    /// <summary>A higher number makes a new password for the administrator; without effect while RDS manages it.</summary>
    public int PasswordGeneration { get; init; } = 1;

    /// <summary>The security group of a connection pool in front of the primary; null does without one.</summary>
    public Input<string>? ProxySecurityGroupId { get; init; }
}

/// <summary>
/// A primary and its replicas in any number of regions. Machines find it under two names that are the same everywhere, and log in
/// as <see cref="UserName"/> with a token that IAM signs.
/// </summary>
public sealed class Database : ComponentResource, IObservedPerRegion
{
    public const string UserName = "app";

    // RDS User Guide, "Working with DB instance read replicas", read 2026-11.
    private const int MostReplicas = 15;

    private readonly ImmutableDictionary<string, Output<ImmutableArray<string>>> _logins;
    private readonly string _name;

    public Database(string name, DatabaseArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:Database", name, options)
    {
        Check(name, args).ThrowIfAny();

        _name = name;
        var child = new CustomResourceOptions { Parent = this };
        var home = Lay(name, args, args.Primary, child);
        var own = NeedsOwnPassword(args) ? DrawPassword(args, home) : null;
        var primary = home.Machines.CreatePrimary(home.Parameters, own?.Password);
        own?.RenewFor(RotatedDatabase.Machine(primary.Identifier));
        var proxy = args.ProxySecurityGroupId is { } group ? CreateProxy(args, home, group, primary) : null;
        var sites = new[] { home }.Concat(args.Elsewhere.Select(place => Lay(name, args, place, child)))
            .Select(ground => Fill(args, ground, home, primary, proxy)).ToList();

        WriteName = DatabaseNames.WriteName(ZoneOf(name, args));
        ReadName = DatabaseNames.ReadName(ZoneOf(name, args));
        PrimaryAddress = primary.Address;
        AdministratorSecretArn = own?.Password.SecretArn
            ?? primary.MasterUserSecrets.Apply(secrets => secrets.IsDefaultOrEmpty ? "" : secrets[0].SecretArn ?? "");
        Telemetry = [.. sites.Select(site => site.Telemetry)];
        _logins = sites.ToImmutableDictionary(site => site.Region, site => site.Logins);
        RegisterOutputs();
    }

    /// <summary>Known before the database is there. Answers with the name of the machine, for which log-in tokens are signed.</summary>
    [Output("writeName")]
    public string WriteName { get; }

    /// <summary>Known before the database is there.</summary>
    [Output("readName")]
    public string ReadName { get; }

    [Output("primaryAddress")]
    public Output<string> PrimaryAddress { get; }

    [Output("administratorSecretArn")]
    public Output<string> AdministratorSecretArn { get; }

    public IReadOnlyList<Telemetry> Telemetry { get; }

    /// <summary>What a role in a region needs to log in to the machines there.</summary>
    /// <exception cref="RunException">The database has no machine in that region.</exception>
    public Output<string> ConnectPolicyIn(string region) => LoginsIn(region).Apply(logins => new PolicyDocument(
        new PolicyStatement { Sid = "LogInToDatabase", Action = ["rds-db:connect"], Resource = logins }).ToString());

    /// <summary>ARNs of the user on each machine of a region, and on the primary, to which writes go from everywhere.</summary>
    /// <exception cref="RunException">The database has no machine in that region.</exception>
    public Output<ImmutableArray<string>> LoginsIn(string region) => _logins.TryGetValue(region, out var logins)
        ? logins
        : throw new RunException($"Database '{_name}' has no machine in {region}; it has some in "
            + $"{string.Join(", ", _logins.Keys.Order(StringComparer.Ordinal))}.");

    private static Problems Check(string name, DatabaseArgs args)
    {
        var places = new[] { args.Primary }.Concat(args.Elsewhere).ToList();
        return new Problems("Database", name)
            .Add(places.SelectMany(place => place.Replicas.Keys.Append(DatabasePlace.PrimaryKey)
                .SelectMany(key => CloudName.DatabaseInstance.Check($"{name}-{place.Location.Region}-{key}"))))
            .Add(args.Machine.Check())
            .Add(args.Safety.Check())
            .Add(SchemaName.Check(args.SchemaName))
            .Unless(args.PasswordGeneration >= 1, $"PasswordGeneration is {args.PasswordGeneration}; allowed is 1 or more.")
            .Unless(places.Sum(place => place.Replicas.Count) <= MostReplicas,
                $"It has {places.Sum(place => place.Replicas.Count)} replicas; allowed are {MostReplicas} of one primary.")
            .Add(places.GroupBy(place => place.Location.Region).Where(group => group.Count() > 1)
                .Select(group => $"The region {group.Key} is given {group.Count()} times; give each once, with all its replicas."))
            .Add(args.Elsewhere.Where(place => place.Replicas.Count == 0)
                .Select(place => $"{place.Location.Region} has no replica; give it one or leave the region out."))
            .Add(places.SelectMany(place => place.Check()));
    }

    // RDS refuses replicas of a primary whose password it manages (RDS User Guide, password management, read 2026-11).
    private static bool NeedsOwnPassword(DatabaseArgs args) => args.Primary.Replicas.Count > 0 || args.Elsewhere.Count > 0;

    private static string ZoneOf(string name, DatabaseArgs args) => $"{name}.{args.Naming.Environment}.{args.Naming.Product}.internal";

    private Site Lay(string name, DatabaseArgs args, DatabasePlace place, CustomResourceOptions child)
    {
        var site = $"{name}-{place.Location.Region}";
        var ground = new DatabaseGround(
            site, new() { Naming = args.Naming, Place = place, DeletionProtection = args.Safety.DeletionProtection }, new() { Parent = this });
        var machines = new DatabaseInstances(site, args, place, ground, child);
        return new(site, place, ground, machines, machines.CreateParameters());
    }

    private OwnPassword DrawPassword(DatabaseArgs args, Site home) => OwnPassword.Draw(
        home.Name, args.Naming, home.Place, home.Ground.KeyArn, (args.PasswordGeneration, args.Safety.DeletionProtection), this);

    private DatabaseProxy CreateProxy(DatabaseArgs args, Site home, Input<string> group, Instance primary) => new($"{home.Name}-proxy", new()
    {
        Naming = args.Naming,
        Location = home.Place.Location,
        Subnets = home.Place.Subnets,
        SecurityGroupId = group,
        Engine = args.Engine,
        InstanceIdentifier = primary.Identifier,
        UserArn = primary.ResourceId.Apply(id => UserArn(home.Place.Location, id)),
    }, new() { Parent = this });

    private FilledSite Fill(DatabaseArgs args, Site site, Site home, Instance primary, DatabaseProxy? proxy)
    {
        var isHome = site == home;
        var replicas = site.Place.Replicas.OrderBy(replica => replica.Key, StringComparer.Ordinal)
            .Select(replica => (replica.Key, Wish: replica.Value,
                Instance: site.Machines.CreateReplica(replica.Key, replica.Value, primary, isHome, site.Parameters))).ToList();
        var followers = replicas.Where(replica => !replica.Wish.Promoted)
            .Select(replica => new ReadTarget(replica.Key, replica.Instance.Address, replica.Wish.Weight, Health(args, site, replica.Key, replica.Instance)))
            .ToList();
        var promoted = replicas.Find(replica => replica.Wish.Promoted);
        var (key, writer) = isHome ? (DatabasePlace.PrimaryKey, primary) : (promoted.Key, promoted.Instance);

        // Weight 0: reads fall back to the machine that takes writes when no replica beside it is well.
        if (writer is not null) followers.Add(new(key, writer.Address, followers.Count > 0 ? 0 : 1));
        _ = new DatabaseNames($"{site.Name}-names", new()
        {
            Naming = args.Naming,
            Location = site.Place.Location,
            VpcId = site.Place.VpcId,
            Zone = ZoneOf(_name, args),
            Writer = (isHome ? proxy?.Endpoint : writer?.Address) ?? primary.Address,
            Readers = followers,
        }, new() { Parent = this });

        var logins = replicas.Select(replica => Login(site.Place.Location, replica.Instance.ResourceId)).ToList();
        // Elsewhere the write name leads to the primary, unless a replica there was promoted.
        if (isHome || writer is null) logins.Add(Login(home.Place.Location, primary.ResourceId));
        if (isHome && proxy is not null) logins.Add(Login(home.Place.Location, proxy.ResourceId));
        List<DatabaseObserved> machines =
            [.. replicas.Select(replica => new DatabaseObserved(replica.Key, replica.Instance.Identifier, !replica.Wish.Promoted))];
        if (isHome) machines.Insert(0, new(DatabasePlace.PrimaryKey, primary.Identifier, Follows: false));
        var telemetry = DatabaseTelemetry.Of(site.Name, site.Place.Location.Region, args.Machine.StorageGibibytes, machines);
        return new(site.Place.Location.Region, telemetry, Output.All(logins));
    }

    private static Output<string> Login(Location location, Output<string> resourceId) => resourceId.Apply(id => UserArn(location, id));

    private Output<string> Health(DatabaseArgs args, Site site, string key, Instance replica) => new ReplicaHealth(
        $"{site.Name}-{key}-health",
        new() { Naming = args.Naming, Location = site.Place.Location, Identifier = replica.Identifier },
        new() { Parent = this }).HealthCheckId;

    private static string UserArn(Location location, string resourceId) => location.Arn("rds-db", $"dbuser:{resourceId}/{UserName}");

    private sealed record Site(
        string Name, DatabasePlace Place, DatabaseGround Ground, DatabaseInstances Machines, ParameterGroup Parameters);

    private sealed record FilledSite(string Region, Telemetry Telemetry, Output<ImmutableArray<string>> Logins);
}
