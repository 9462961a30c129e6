using Infra.Components;
using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

public sealed class DatabaseTests
{
    private const string Instance = "aws:rds/instance:Instance";
    private const string Record = "aws:route53/record:Record";
    private const string Primary = "orders-eu-central-1-primary";
    private const string Secret = "aws:secretsmanager/secret:Secret";

    private static readonly DatabasePlace Frankfurt = PlaceIn("eu-central-1");
    private static readonly DatabasePlace Virginia = PlaceIn("us-east-1") with { Replicas = Readers("reader-1") };

    internal static readonly DatabaseArgs Alone = new()
    {
        Naming = Places.Naming,
        Engine = DatabaseEngine.MySql,
        Primary = Frankfurt,
        Machine = new() { Type = "db.m7g.large", StorageGibibytes = 100, MaximumStorageGibibytes = 500 },
        Safety = new() { SurvivesZoneLoss = true, BackupDays = 14, DeletionProtection = true },
    };

    private static readonly DatabaseArgs Everywhere = Alone with
    {
        Primary = Frankfurt with { Replicas = Readers("reader-1", "reader-2") },
        Elsewhere = [Virginia],
        ProxySecurityGroupId = "sg-proxy",
    };

    [Fact]
    public async Task The_primary_survives_a_zone_a_mistake_and_its_own_deletion()
    {
        var primary = (await PlanOf(Alone)).One(Instance);

        (primary.Flag("multiAz"), primary.Number("backupRetentionPeriod"), primary.Flag("deletionProtection")).ShouldBe((true, 14, true));
        (primary.Flag("skipFinalSnapshot"), primary.Text("finalSnapshotIdentifier")).ShouldBe((false, $"shop-test-{Primary}-final-orders-eu-central-1-key"));
        primary.Options.Protect.ShouldBe(true);
        (primary.Number("allocatedStorage"), primary.Number("maxAllocatedStorage"), primary.Text("storageType")).ShouldBe((100, 500, "gp3"));
    }

    [Theory]
    [InlineData("mysql", "orders-eu-central-1-mysql8-4", "require_secure_transport")]
    [InlineData("postgresql", "orders-eu-central-1-postgres17", "rds.force_ssl")]
    public async Task Plain_connections_are_refused_and_data_is_encrypted(string engine, string group, string setting)
    {
        var plan = await PlanOf(Alone with { Engine = DatabaseEngine.ByName[engine] });

        var settings = plan.One("aws:rds/parameterGroup:ParameterGroup", group);
        Enumerable.Range(0, settings.List("parameters").Length)
            .Select(index => (settings.Text($"parameters.{index}.name"), settings.Text($"parameters.{index}.value")))
            .ShouldContain((setting, "1"));
        var primary = plan.One(Instance);
        (primary.Flag("storageEncrypted"), primary.Text("kmsKeyId"), primary.Flag("publiclyAccessible"))
            .ShouldBe((true, "arn:aws:mock:::orders-eu-central-1", false));
        primary.Text("parameterGroupName").ShouldBe(group);
    }

    [Fact]
    public async Task Without_replicas_the_password_is_left_to_RDS()
    {
        var plan = await PlanOf(Alone);

        var primary = plan.One(Instance);
        (primary.Flag("manageMasterUserPassword"), primary.At("passwordWo"), primary.At("password")).ShouldBe((true, null, null));
        plan.All(Secret).ShouldBeEmpty();
    }

    [Fact]
    public async Task With_replicas_whose_primary_RDS_may_not_manage_the_password_is_drawn_once_and_kept()
    {
        var plan = await PlanOf(Everywhere);

        var primary = plan.One(Instance, Primary);
        (primary.At("manageMasterUserPassword"), primary.Text("passwordWo"), primary.Number("passwordWoVersion"))
            .ShouldBe((null, RecordingMocks.DrawnPassword, 1));
        var version = plan.One("aws:secretsmanager/secretVersion:SecretVersion", "orders-eu-central-1-password-1");
        version.Text("secretString").ShouldBe($$"""{"password":"{{RecordingMocks.DrawnPassword}}","username":"dbowner"}""");
        version.Options.IgnoreChanges.ShouldBe(["secretString"]);
        plan.One(Secret).Options.Protect.ShouldBe(true);
    }

    [Fact]
    public async Task A_new_generation_of_the_password_is_a_new_version_of_the_same_secret()
    {
        var plan = await PlanOf(Everywhere with { PasswordGeneration = 2 });

        plan.One("aws:secretsmanager/secretVersion:SecretVersion").Name.ShouldBe("orders-eu-central-1-password-2");
        plan.One(Instance, Primary).Number("passwordWoVersion").ShouldBe(2);
        plan.One(Secret).Name.ShouldBe("orders-eu-central-1-password");
    }

    [Fact]
    public async Task A_replica_follows_by_name_within_the_region_and_by_arn_with_a_key_of_its_own_in_another()
    {
        var plan = await PlanOf(Everywhere);

        var near = plan.One(Instance, "orders-eu-central-1-reader-1");
        (near.Text("replicateSourceDb"), near.At("kmsKeyId"), near.At("dbSubnetGroupName")).ShouldBe((Primary, null, null));
        var far = plan.One(Instance, "orders-us-east-1-reader-1");
        (far.Text("replicateSourceDb"), far.Text("kmsKeyId"), far.Text("dbSubnetGroupName"), far.Text("region"))
            .ShouldBe(($"arn:aws:mock:::{Primary}", "arn:aws:mock:::orders-us-east-1", "orders-us-east-1", "us-east-1"));
        foreach (var replica in new[] { near, far })
        {
            new[] { "username", "passwordWo", "dbName", "allocatedStorage", "finalSnapshotIdentifier" }.ShouldAllBe(input => replica.At(input) == null);
            (replica.Flag("skipFinalSnapshot"), replica.Flag("storageEncrypted"), replica.Flag("deletionProtection")).ShouldBe((true, true, true));
        }
    }

    [Fact]
    public async Task Keys_outlive_the_database_so_that_its_snapshots_can_be_read()
    {
        var keys = (await PlanOf(Everywhere)).Some("aws:kms/key:Key");

        keys.Select(key => key.Text("region")).ShouldBe(["eu-central-1", "us-east-1"]);
        keys.ShouldAllBe(key => key.Flag("enableKeyRotation") == true && key.Options.RetainOnDelete == true && key.Options.Protect == true);
    }

    [Fact]
    public async Task Reads_are_spread_over_the_well_replicas_of_a_region_and_fall_back_to_the_primary()
    {
        var plan = await PlanOf(Everywhere);

        Reads(plan, "eu-central-1").ShouldBe([("primary", 0, false), ("reader-1", 1, true), ("reader-2", 1, true)]);
        Reads(plan, "us-east-1").ShouldBe([("reader-1", 1, true)]);
        plan.Some("aws:route53/zone:Zone").Select(zone => (zone.Text("name"), zone.Text("vpcs.0.vpcId"))).ShouldBe(
            [("orders.test.shop.internal", "vpc-eu-central-1"), ("orders.test.shop.internal", "vpc-us-east-1")]);
    }

    [Fact]
    public async Task Without_replicas_the_primary_answers_reads() =>
        Reads(await PlanOf(Alone), "eu-central-1").ShouldBe([("primary", 1, false)]);

    [Fact]
    public async Task A_replica_gets_no_reads_while_it_is_behind_or_has_stopped()
    {
        var plan = await PlanOf(Everywhere);

        var behind = plan.One("aws:cloudwatch/metricAlarm:MetricAlarm", "orders-us-east-1-reader-1-health-behind");
        (behind.Text("metricName"), behind.Text("comparisonOperator"), behind.Number("threshold"), behind.Text("treatMissingData"), behind.Text("region"))
            .ShouldBe(("ReplicaLag", "GreaterThanThreshold", 30, "breaching", "us-east-1"));
        behind.Text("dimensions.DBInstanceIdentifier").ShouldBe("orders-us-east-1-reader-1");
        plan.One("aws:cloudwatch/metricAlarm:MetricAlarm", "orders-us-east-1-reader-1-health-stopped").Number("threshold").ShouldBe(0);
        var both = plan.One("aws:route53/healthCheck:HealthCheck", "orders-us-east-1-reader-1-health");
        (both.Text("type"), both.Number("childHealthThreshold"), both.List("childHealthchecks").Length).ShouldBe(("CALCULATED", 2, 2));
        var late = plan.One("aws:route53/healthCheck:HealthCheck", "orders-us-east-1-reader-1-health-behind");
        (late.Text("cloudwatchAlarmRegion"), late.Text("insufficientDataHealthStatus"), late.Text("triggers.threshold"))
            .ShouldBe(("us-east-1", "Unhealthy", "GreaterThanThreshold 30"));
    }

    [Fact]
    public async Task A_pool_of_connections_takes_the_writes_and_knows_no_password()
    {
        var plan = await PlanOf(Everywhere);

        var proxy = plan.One("aws:rds/proxy:Proxy");
        (proxy.Text("defaultAuthScheme"), proxy.Flag("requireTls"), proxy.List("auths").Length).ShouldBe(("IAM_AUTH", true, 0));
        plan.One("aws:rds/proxyTarget:ProxyTarget").Text("dbInstanceIdentifier").ShouldBe(Primary);
        plan.One("aws:iam/rolePolicy:RolePolicy", "orders-eu-central-1-proxy").Text("policy")
            .ShouldNotBeNull().ShouldContain($"arn:aws:rds-db:eu-central-1:123456789012:dbuser:db-{Primary}/app");
    }

    [Fact]
    public async Task A_promoted_replica_writes_keeps_backups_and_takes_the_writes_of_its_region()
    {
        var promoted = Virginia with { Replicas = new Dictionary<string, DatabaseReplica> { ["reader-1"] = new() { Promoted = true } } };
        var plan = await PlanOf(Everywhere with { Elsewhere = [promoted] });

        var writer = plan.One(Instance, "orders-us-east-1-reader-1");
        (writer.At("replicateSourceDb"), writer.Number("backupRetentionPeriod"), writer.Flag("skipFinalSnapshot"), writer.Flag("multiAz"))
            .ShouldBe((null, 14, false, true));
        plan.One(Record, "orders-us-east-1-names-write").List("records").ShouldBe(["orders-us-east-1-reader-1.example.com"]);
        Reads(plan, "us-east-1").ShouldBe([("reader-1", 1, false)]);
    }

    [Fact]
    public async Task A_machine_may_log_in_to_the_databases_of_its_region_only()
    {
        var policies = new List<string>();
        await PlanOf(Everywhere, database => database.ConnectPolicyIn("us-east-1").Apply(policy =>
        {
            policies.Add(policy);
            return policy;
        }));

        policies.ShouldHaveSingleItem().ShouldContain("arn:aws:rds-db:us-east-1:123456789012:dbuser:db-orders-us-east-1-reader-1/app");
        policies[0].ShouldContain("arn:aws:rds-db:eu-central-1:123456789012:dbuser:db-orders-eu-central-1-primary/app");
        policies[0].ShouldNotContain("eu-central-1-reader");
    }

    [Fact]
    public async Task A_region_without_a_machine_has_no_log_in() =>
        (await Plan.ErrorOf(() => new Database("orders", Alone).ConnectPolicyIn("us-east-1"))).ShouldBe(
            "Database 'orders' has no machine in us-east-1; it has some in eu-central-1.");

    [Fact]
    public async Task Adding_a_replica_or_a_region_changes_nothing_that_is_there()
    {
        var before = (await PlanOf(Alone)).Urns("test");

        before.Except((await PlanOf(Everywhere)).Urns("test")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_smallest_machines_go_without_insights() =>
        (await PlanOf(Alone with { Machine = new() { Type = "db.t4g.small", StorageGibibytes = 20, MaximumStorageGibibytes = 40 } })).One(Instance)
            .Flag("performanceInsightsEnabled").ShouldBe(false);

    [Fact]
    public async Task Every_problem_of_a_database_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new Database("orders", Alone with
        {
            Primary = Frankfurt with
            {
                Subnets = Places.Subnets(SubnetTier.App, "a"),
                Replicas = new Dictionary<string, DatabaseReplica> { ["primary"] = new() { Weight = 256, Type = "m7g.large" } },
            },
            Elsewhere =
            [
                PlaceIn("us-east-1"),
                PlaceIn("us-east-1") with { Replicas = Readers([.. Enumerable.Range(1, 15).Select(number => $"reader-{number}")]) },
            ],
            Machine = new() { Type = "large", StorageGibibytes = 10, MaximumStorageGibibytes = 10 },
            Safety = new() { SurvivesZoneLoss = true, BackupDays = 0, DeletionProtection = true },
            SchemaName = "1st",
            PasswordGeneration = 0,
        }))).ShouldBe(
            """
            Database 'orders' cannot be built:
              - The machine type is 'large'; expected a type such as db.m7g.large.
              - StorageGibibytes is 10; allowed is 20 to 65536.
              - MaximumStorageGibibytes is 10; allowed is a tenth above StorageGibibytes (10) or more, up to 65536.
              - BackupDays is 0; allowed is 1 to 35.
              - SchemaName is '1st'; expected are up to 63 letters, digits and underscores, beginning with a letter.
              - PasswordGeneration is 0; allowed is 1 or more.
              - It has 16 replicas; allowed are 15 of one primary.
              - The region us-east-1 is given 2 times; give each once, with all its replicas.
              - us-east-1 has no replica; give it one or leave the region out.
              - eu-central-1: Its subnets lie in 1 zone(s); expected are at least 2, so that it survives the loss of one.
              - eu-central-1: Subnet app-a (10.0.0.0/20) is of the app tier; expected are subnets of the data tier.
              - eu-central-1: the replica key 'primary' names a machine; expected are lower-case words joined by hyphens, other than 'primary'.
              - eu-central-1, replica 'primary': Weight is 256; allowed is 0 to 255.
              - eu-central-1, replica 'primary': The machine type is 'm7g.large'; expected a type such as db.m7g.large.
            """);

    [Fact]
    public async Task A_name_that_RDS_would_refuse_is_told_for_each_machine() =>
        (await Plan.ErrorOf(() => _ = new Database(new string('a', 48), Alone))).ShouldContain(
            "of the database instance has 69 characters; allowed are 55, because AWS takes 63 and the provider adds 8.");

    private static Task<Plan> PlanOf(DatabaseArgs args, Action<Database>? use = null) => Plan.Of(() =>
    {
        var database = new Database("orders", args);
        use?.Invoke(database);
    });

    private static IEnumerable<(string?, double?, bool)> Reads(Plan plan, string region) => plan.Some(Record)
        .Where(record => record.Name.StartsWith($"orders-{region}-names-read-", StringComparison.Ordinal)
            && record.Text("name") == "read.orders.test.shop.internal")
        .Select(record => (record.Text("setIdentifier"), record.Number("weightedRoutingPolicies.0.weight"), record.Text("healthCheckId") is not null))
        .OrderBy(read => read.Item1, StringComparer.Ordinal);

    private static Dictionary<string, DatabaseReplica> Readers(params IReadOnlyList<string> keys) => keys.ToDictionary(key => key, _ => new DatabaseReplica());

    private static DatabasePlace PlaceIn(string region) => new()
    {
        Location = new Location("123456789012", region),
        VpcId = $"vpc-{region}",
        Subnets = Places.Subnets(SubnetTier.Data, "a", "b"),
        SecurityGroupId = $"sg-{region}",
    };
}
