using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

public sealed class DataTelemetryTests
{
    private static readonly DatabasePlace Home = new()
    {
        Location = Places.Frankfurt,
        VpcId = "vpc-1",
        Subnets = Places.Subnets(SubnetTier.Data, "a", "b"),
        SecurityGroupId = "sg-1",
    };

    private static readonly DatabasePlace Away = Home with { Location = Places.Frankfurt with { Region = "us-east-1" } };

    private static readonly DatabaseArgs DatabaseArgs = new()
    {
        Naming = Places.Naming,
        Engine = DatabaseEngine.MySql,
        Primary = Home with { Replicas = new Dictionary<string, DatabaseReplica> { ["reader-1"] = new() } },
        Elsewhere = [Away with { Replicas = new Dictionary<string, DatabaseReplica> { ["reader-1"] = new() } }],
        Machine = new() { Type = "db.m7g.large", StorageGibibytes = 400, MaximumStorageGibibytes = 4000 },
        Safety = new() { SurvivesZoneLoss = true, BackupDays = 14, DeletionProtection = true },
    };

    private static readonly ClusterStoreArgs ClusterArgs = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Subnets = Places.Subnets(SubnetTier.Data, "a", "b"),
        SecurityGroupId = "sg-1",
        KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd",
        Machines = new() { Type = "db.r6g.large", Readers = ["reader-1"] },
        BackupDays = 14,
        DeletionProtection = true,
    };

    [Fact]
    public async Task Each_machine_of_a_database_tells_of_itself_in_its_own_region()
    {
        var told = await Told(() => new Database("orders", DatabaseArgs).Telemetry);

        told.Select(telemetry => (telemetry.Source, telemetry.Region)).ShouldBe([("orders-eu-central-1", "eu-central-1"), ("orders-us-east-1", "us-east-1")]);
        Keys(told[0]).ShouldBe(["busy-primary", "full-primary", "busy-reader-1", "full-reader-1", "behind-reader-1"]);
        Keys(told[1]).ShouldBe(["busy-reader-1", "full-reader-1", "behind-reader-1"]);
        told[0].Widgets[^1].Lines.Select(line => line.Label).ShouldBe(["reader-1"]);
    }

    [Fact]
    public async Task A_database_is_full_before_it_stops()
    {
        var alarms = await AlarmsOf(() => new Database("orders", DatabaseArgs).Telemetry);

        var full = alarms["orders-eu-central-1-full-primary"];
        (full.Text("metricName"), full.Text("comparisonOperator"), full.Number("threshold"))
            .ShouldBe(("FreeStorageSpace", "LessThanThreshold", 400d * 1024 * 1024 * 1024 / 20));
        full.Text("dimensions.DBInstanceIdentifier").ShouldBe("orders-eu-central-1-primary");
        var busy = alarms["orders-eu-central-1-busy-reader-1"];
        (busy.Text("metricName"), busy.Number("threshold"), busy.Number("evaluationPeriods")).ShouldBe(("CPUUtilization", 80, 15));
    }

    [Fact]
    public async Task A_replica_that_has_stopped_or_is_gone_counts_as_far_behind()
    {
        var behind = (await AlarmsOf(() => new Database("orders", DatabaseArgs).Telemetry))["orders-eu-central-1-behind-reader-1"];

        (behind.Text("metricQueries.0.expression"), behind.Text("metricQueries.1.metric.metricName"), behind.Text("treatMissingData"))
            .ShouldBe(("IF(lag < 0, 86400, lag)", "ReplicaLag", "breaching"));
    }

    [Fact]
    public async Task A_replica_that_was_promoted_follows_nobody()
    {
        var promoted = DatabaseArgs with
        {
            Elsewhere = [Away with { Replicas = new Dictionary<string, DatabaseReplica> { ["reader-1"] = new() { Promoted = true } } }],
        };

        Keys((await Told(() => new Database("orders", promoted).Telemetry))[1]).ShouldBe(["busy-reader-1", "full-reader-1"]);
    }

    [Fact]
    public async Task Shards_tell_each_for_itself()
    {
        var told = await Told(() => new ShardedDatabase("accounts", new()
        {
            Naming = Places.Naming,
            Engine = DatabaseEngine.MySql,
            Shards = [new() { Key = "a", Slice = ShardSlice.Slots(0, 8191) }, new() { Key = "b", Slice = ShardSlice.Slots(8192, 16383) }],
            Primary = Home,
            Machine = DatabaseArgs.Machine,
            Safety = DatabaseArgs.Safety,
        }).Telemetry);

        told.Select(telemetry => telemetry.Source).ShouldBe(["accounts-a-eu-central-1", "accounts-b-eu-central-1"]);
    }

    [Fact]
    public async Task An_aurora_tells_how_far_other_regions_are_behind()
    {
        var told = await Told(() => new Aurora("catalog", new()
        {
            Naming = Places.Naming,
            Engine = DatabaseEngine.MySql,
            Primary = Home,
            Elsewhere = [Away],
            Machines = new() { Type = "db.r7g.large", Readers = ["reader-1"], MaximumReaders = 4 },
            BackupDays = 14,
            DeletionProtection = true,
        }).Telemetry);

        Keys(told[0]).ShouldBe(["busy", "behind"]);
        Keys(told[1]).ShouldBe(["busy", "behind", "behind-globally"]);
        MetricsOf(told[1]).ShouldContain("AWS/RDS AuroraGlobalDBReplicationLag DBClusterIdentifier");
        MetricsOf(told[1]).ShouldContain("AWS/RDS AuroraReplicaLagMaximum DBClusterIdentifier");
    }

    [Fact]
    public async Task A_table_tells_in_each_region_what_it_refuses_and_how_late_its_writes_arrive()
    {
        var told = await Told(() => new KeyValueTable("carts", new()
        {
            Naming = Places.Naming,
            Location = Places.Frankfurt,
            OtherRegions = ["us-east-1"],
            KeyArns = new Dictionary<string, Pulumi.Input<string>> { ["eu-central-1"] = "arn:key/home", ["us-east-1"] = "arn:key/away" },
            Key = new(new("customer")),
            RecoveryDays = 7,
            DeletionProtection = true,
        }).Telemetry);

        told.Select(telemetry => (telemetry.Source, telemetry.Region, string.Join(' ', Keys(telemetry)))).ShouldBe(
        [
            ("carts-eu-central-1", "eu-central-1", "throttled behind-us-east-1"), ("carts-us-east-1", "us-east-1", "throttled behind-eu-central-1"),
        ]);
        MetricsOf(told[0]).ShouldBe(
        [
            "AWS/DynamoDB ReadThrottleEvents TableName", "AWS/DynamoDB WriteThrottleEvents TableName",
            "AWS/DynamoDB ReplicationLatency ReceivingRegion TableName",
        ]);
    }

    [Fact]
    public async Task Documents_and_graphs_tell_for_all_their_machines_together()
    {
        var documents = (await Told(() => [new DocumentStore("content-eu-central-1", ClusterArgs).Telemetry])).Single();
        var graph = (await Told(() => [new GraphStore("related-eu-central-1", ClusterArgs).Telemetry])).Single();

        Keys(documents).ShouldBe(["busy", "behind"]);
        MetricsOf(documents).ShouldBe(["AWS/DocDB CPUUtilization DBClusterIdentifier", "AWS/DocDB DBClusterReplicaLagMaximum DBClusterIdentifier"]);
        Keys(graph).ShouldBe(["busy", "behind", "waiting"]);
        MetricsOf(graph).ShouldBe(
        [
            "AWS/Neptune CPUUtilization DBClusterIdentifier", "AWS/Neptune ClusterReplicaLagMaximum DBClusterIdentifier",
            "AWS/Neptune MainRequestQueuePendingRequests DBClusterIdentifier",
        ]);
    }

    [Fact]
    public async Task A_store_without_readers_is_never_behind()
    {
        var alone = ClusterArgs with { Machines = new() { Type = "db.r6g.large", Readers = [] } };

        Keys((await Told(() => [new GraphStore("related-eu-central-1", alone).Telemetry])).Single()).ShouldBe(["busy", "waiting"]);
    }

    [Fact]
    public async Task Caches_without_copies_tell_of_what_they_do_and_refuse()
    {
        var fragments = (await Told(() => [new MemcachedCluster("fragments", MemcachedClusterTests.Args).Telemetry])).Single();
        var locks = (await Told(() => [new ServerlessCache("locks", ServerlessCacheTests.Args).Telemetry])).Single();

        MetricsOf(fragments).ShouldBe(["AWS/ElastiCache CPUUtilization CacheClusterId"]);
        fragments.Widgets.Select(widget => widget.Title).ShouldBe(["CPU in percent", "Reads", "Items that made room", "Connections"]);
        MetricsOf(locks).ShouldBe(["AWS/ElastiCache ThrottledCmds clusterId"]);
        locks.Widgets.Select(widget => widget.Title).ShouldBe(["Bytes", "Processing units", "Refused commands", "Connections"]);
    }

    private static async Task<IReadOnlyList<Telemetry>> Told(Func<IReadOnlyList<Telemetry>> make)
    {
        IReadOnlyList<Telemetry> told = [];
        await Plan.Of(() => told = make());
        return told;
    }

    private static async Task<Dictionary<string, PlannedResource>> AlarmsOf(Func<IReadOnlyList<Telemetry>> make)
    {
        var plan = await Plan.Of(() => _ = new Alarms("alarms", new()
        {
            Naming = Places.Naming,
            Location = Places.Frankfurt,
            TopicArn = "arn:aws:sns:eu-central-1:123456789012:alarms",
            Telemetry = [.. make().Where(telemetry => telemetry.Region == Places.Frankfurt.Region)],
        }));
        return plan.Some("aws:cloudwatch/metricAlarm:MetricAlarm")
            .Where(alarm => alarm.Name.StartsWith("alarms-", StringComparison.Ordinal))
            .ToDictionary(alarm => alarm.Name["alarms-".Length..]);
    }

    private static IEnumerable<string> Keys(Telemetry telemetry) => telemetry.Alarms.Select(alarm => alarm.Key);

    private static IEnumerable<string> MetricsOf(Telemetry telemetry) => telemetry.Alarms
        .SelectMany(alarm => alarm.Measure switch
        {
            Formula formula => formula.Operands.OrderBy(operand => operand.Key, StringComparer.Ordinal).Select(operand => operand.Value),
            _ => [(Metric)alarm.Measure],
        })
        .Select(metric => $"{metric.Namespace} {metric.Name} {string.Join(' ', metric.Dimensions.Keys.Order(StringComparer.Ordinal))}");
}
