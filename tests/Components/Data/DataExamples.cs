using Infra.Components;
using Infra.Components.Data;
using Infra.Components.Encryption;
using Infra.Components.Networking;
using Pulumi;

namespace Infra.Tests.Components.Data;

/// <summary>The code that the pages on data in docs/components/ show.</summary>
internal static class DataExamples
{
    private static readonly Naming Naming = Places.Naming;
    private static readonly Location Location = Places.Frankfurt;

    public static Firewall Firewall(Network network)
    {
        var (web, pools, databases) = (new WebTier(), new DatabaseProxyTier(), new DatabaseTier());

        return new Firewall("firewall-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            VpcId = network.VpcId,
            Flows =
            [
                web.CanReach(databases), web.CanReach(pools), pools.CanReach(databases),
                web.CanReach(new DocumentTier()), web.CanReach(new WideColumnTier()), web.CanReach(new GraphTier()),
            ],
        });
    }

    public static Database Database(Network network, Firewall firewall)
    {
        var orders = new Database("orders", new()
        {
            Naming = Naming,
            Engine = DatabaseEngine.MySql,
            Primary = new()
            {
                Location = Location,
                VpcId = network.VpcId,
                Subnets = network.DataSubnets,
                SecurityGroupId = firewall.GroupOf(new DatabaseTier()),
                Replicas = new Dictionary<string, DatabaseReplica> { ["reader-1"] = new(), ["reader-2"] = new() { Weight = 2 } },
            },
            Machine = new() { Type = "db.m7g.xlarge", StorageGibibytes = 400, MaximumStorageGibibytes = 4000 },
            Safety = new() { SurvivesZoneLoss = true, BackupDays = 14, DeletionProtection = true },
            ProxySecurityGroupId = firewall.GroupOf(new DatabaseProxyTier()),
        });
        return orders;
    }

    public static Aurora Aurora(Network network, Firewall firewall)
    {
        var catalog = new Aurora("catalog", new()
        {
            Naming = Naming,
            Engine = DatabaseEngine.MySql,
            Primary = new()
            {
                Location = Location,
                VpcId = network.VpcId,
                Subnets = network.DataSubnets,
                SecurityGroupId = firewall.GroupOf(new DatabaseTier()),
            },
            Machines = new() { Type = "db.r7g.large", Readers = ["reader-1"], MaximumReaders = 6 },
            BackupDays = 14,
            DeletionProtection = true,
        });
        return catalog;
    }

    public static ShardedDatabase ShardedDatabase(Network network, Firewall firewall)
    {
        var accounts = new ShardedDatabase("accounts", new()
        {
            Naming = Naming,
            Engine = DatabaseEngine.MySql,
            Shards =
            [
                new() { Key = "a", Slice = ShardSlice.Slots(0, 8191) },
                new() { Key = "b", Slice = ShardSlice.Slots(8192, 16383) },
            ],
            Primary = new()
            {
                Location = Location,
                VpcId = network.VpcId,
                Subnets = network.DataSubnets,
                SecurityGroupId = firewall.GroupOf(new DatabaseTier()),
            },
            Machine = new() { Type = "db.m7g.large", StorageGibibytes = 400, MaximumStorageGibibytes = 4000 },
            Safety = new() { SurvivesZoneLoss = true, BackupDays = 14, DeletionProtection = true },
        });
        return accounts;
    }

    public static KeyValueTable KeyValueTable(IReadOnlyDictionary<string, Input<string>> keyArns)
    {
        var carts = new KeyValueTable("carts", new()
        {
            Naming = Naming,
            Location = Location,
            OtherRegions = ["us-east-1"],
            KeyArns = keyArns,
            Key = new(new("customer"), new("product")),
            Indexes = [new("by-product", new(new("product"), new("added", AttributeKind.Number)))],
            ExpiryAttribute = "expires",
            RecoveryDays = 35,
            DeletionProtection = true,
        });
        return carts;
    }

    public static DocumentStore DocumentStore(Network network, Firewall firewall, EncryptionKey key)
    {
        var content = new DocumentStore("content-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Subnets = network.DataSubnets,
            SecurityGroupId = firewall.GroupOf(new DocumentTier()),
            KeyArn = key.KeyArn,
            Machines = new() { Type = "db.r6g.large", Readers = ["reader-1", "reader-2"] },
            BackupDays = 14,
            DeletionProtection = true,
        });
        return content;
    }

    public static GraphStore GraphStore(Network network, Firewall firewall, EncryptionKey key)
    {
        var related = new GraphStore("related-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Subnets = network.DataSubnets,
            SecurityGroupId = firewall.GroupOf(new GraphTier()),
            KeyArn = key.KeyArn,
            Machines = new() { Type = "db.r6g.large", Readers = ["reader-1"] },
            BackupDays = 14,
            DeletionProtection = true,
        });
        return related;
    }

    public static EncryptionKey Key() => new("stores-key-eu-central-1", new()
    {
        Naming = Naming,
        Location = Location,
        Purpose = KeyPurpose.Databases,
        DeletionProtection = true,
    });

    public static WideColumnStore WideColumnStore(EncryptionKey key)
    {
        var activity = new WideColumnStore("activity-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Keyspace = "activity",
            Tables =
            [
                new()
                {
                    Name = "views",
                    Partition = [new("customer", ColumnType.Text)],
                    Clustering = [new("seen", ColumnType.MomentId, ColumnOrder.Descending)],
                    Values = [new("product", ColumnType.Text)],
                    Capacity = TableCapacity.Scaled(minimum: 5, maximum: 500),
                    ExpirySeconds = 90 * 86_400,
                },
            ],
            KeyArn = key.KeyArn,
            DeletionProtection = true,
        });
        return activity;
    }

    public static PrivateEndpoints WideColumnEndpoint(Network network, Firewall firewall)
    {
        var endpoint = new PrivateEndpoints("activity-endpoint-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            VpcId = network.VpcId,
            Subnets = network.AppSubnets,
            SecurityGroupId = firewall.GroupOf(new WideColumnTier()),
            Services = [PrivateService.WideColumns],
        });
        return endpoint;
    }
}
