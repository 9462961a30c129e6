using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Pulumi;

namespace Infra.Stacks;

/// <summary>The platform's data: orders, catalog and accounts are written in one region and read in all, carts are written in all.</summary>
internal sealed record Databases(
    Database Orders, Aurora Catalog, ShardedDatabase Accounts, KeyValueTable Carts, IReadOnlyDictionary<string, RegionalStores> Stores)
{
    public static Databases Build(StackSettings settings, IReadOnlyList<RegionalGround> grounds)
    {
        var home = grounds.Single(ground => ground.Region.Location.Region == settings.PrimaryRegion);
        var elsewhere = grounds.Where(ground => ground != home).ToList();

        var safety = new DatabaseSafety
        {
            SurvivesZoneLoss = settings.Profile.DatabaseSurvivesZoneLoss,
            BackupDays = settings.Profile.DatabaseBackupDays,
            DeletionProtection = settings.Profile.DeletionProtection,
        };

        var orders = new Database("orders", new()
        {
            Naming = settings.Naming,
            Engine = DatabaseEngine.MySql,
            Primary = WithReplicas(home, settings.Profile.DatabaseReplicas),
            Elsewhere = [.. elsewhere.Select(ground => WithReplicas(ground, settings.Profile.DatabaseReplicas))],
            Machine = settings.Data.Machine,
            Safety = safety,
            ProxySecurityGroupId = home.Firewall.GroupOf(new DatabaseProxyTier()),
        });

        var catalog = new Aurora("catalog", new()
        {
            Naming = settings.Naming,
            Engine = DatabaseEngine.MySql,
            Primary = PlaceIn(home),
            Elsewhere = [.. elsewhere.Select(PlaceIn)],
            Machines = new() { Type = settings.Data.AuroraMachineType, Readers = ["reader-1"], MaximumReaders = settings.Profile.AuroraReaders },
            BackupDays = settings.Profile.DatabaseBackupDays,
            DeletionProtection = settings.Profile.DeletionProtection,
        });

        var accounts = new ShardedDatabase("accounts", new()
        {
            Naming = settings.Naming,
            Engine = DatabaseEngine.MySql,
            Shards = settings.Data.AccountShards,
            Primary = PlaceIn(home),
            Elsewhere = [.. elsewhere.Select(ground => WithReplicas(ground, 1))],
            Machine = settings.Data.Machine,
            Safety = safety,
        });

        var carts = new KeyValueTable("carts", new()
        {
            Naming = settings.Naming,
            Location = home.Region.Location,
            OtherRegions = [.. elsewhere.Select(ground => ground.Region.Location.Region)],
            KeyArns = grounds.ToDictionary(ground => ground.Region.Location.Region, ground => (Input<string>)ground.DataKeyArn),
            Key = new(new("customer"), new("product")),
            ExpiryAttribute = "expires",
            RecoveryDays = settings.Profile.DatabaseBackupDays,
            DeletionProtection = settings.Profile.DeletionProtection,
        });

        var stores = grounds.ToDictionary(ground => ground.Region.Location.Region, ground => RegionalStores.Build(settings, ground));
        return new(orders, catalog, accounts, carts, stores);
    }

    public static IEnumerable<Flow> Flows(StackSettings settings, RegionSettings region, IReadOnlyList<MachineTier> machines)
    {
        var (pools, databases) = (new DatabaseProxyTier(), new DatabaseTier());
        // Pools stand where it is written.
        var pooled = region.Location.Region == settings.PrimaryRegion
            ? machines.Select(machine => machine.CanReach(pools)).Append(pools.CanReach(databases))
            : [];
        return [.. machines.Select(machine => machine.CanReach(databases)), .. pooled, .. machines.SelectMany(RegionalStores.Flows)];
    }

    public IEnumerable<Telemetry> Telemetry =>
    [
        .. new IObservedPerRegion[] { Orders, Catalog, Accounts, Carts }.SelectMany(database => database.Telemetry),
        .. Stores.Values.SelectMany(stores => stores.Observed).Select(store => store.Telemetry),
    ];

    /// <summary>What machines of any tier need to read and write the data.</summary>
    public IReadOnlyDictionary<string, Output<string>> PermissionsIn(string region) => new Dictionary<string, Output<string>>(Stores[region].Permissions)
    {
        ["accounts"] = Accounts.ConnectPolicyIn(region),
        ["carts"] = Carts.AccessPolicyIn(region),
        ["catalog"] = Catalog.ConnectPolicyIn(region),
        ["orders"] = Orders.ConnectPolicyIn(region),
    };

    /// <summary>What machines must know to find the data.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentIn(string region) => new Dictionary<string, string>(Stores[region].Environment)
    {
        ["ACCOUNTS_SHARD_MAP_PATH"] = Accounts.MapPath,
        ["CARTS_TABLE"] = Carts.TableName,
        ["CATALOG_DATABASE_READ_NAME"] = Catalog.ReadName,
        ["CATALOG_DATABASE_WRITE_NAME"] = Catalog.WriteName,
        ["DATABASE_USER"] = Database.UserName,
        ["ORDERS_DATABASE_READ_NAME"] = Orders.ReadName,
        ["ORDERS_DATABASE_WRITE_NAME"] = Orders.WriteName,
    };

    private static DatabasePlace PlaceIn(RegionalGround ground) => new()
    {
        Location = ground.Region.Location,
        VpcId = ground.Network.VpcId,
        Subnets = ground.Network.DataSubnets,
        SecurityGroupId = ground.Firewall.GroupOf(new DatabaseTier()),
        LogKeyArn = ground.LogKeyArn,
    };

    private static DatabasePlace WithReplicas(RegionalGround ground, int count) => PlaceIn(ground) with
    {
        Replicas = Enumerable.Range(1, count).ToDictionary(number => $"reader-{number}", _ => new DatabaseReplica()),
    };
}
