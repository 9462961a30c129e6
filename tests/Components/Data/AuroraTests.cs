using Infra.Components;
using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

public sealed class AuroraTests
{
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string Machine = "aws:rds/clusterInstance:ClusterInstance";

    private static readonly AuroraArgs Alone = new()
    {
        Naming = Places.Naming,
        Engine = DatabaseEngine.MySql,
        Primary = PlaceIn("eu-central-1"),
        Machines = new() { Type = "db.r7g.large", Readers = ["reader-1"], MaximumReaders = 6 },
        BackupDays = 14,
        DeletionProtection = true,
    };

    private static readonly AuroraArgs Global = Alone with { Elsewhere = [PlaceIn("us-east-1")] };

    [Fact]
    public async Task A_cluster_is_encrypted_kept_and_hard_to_delete()
    {
        var cluster = (await PlanOf(Alone)).One(Cluster);

        (cluster.Flag("storageEncrypted"), cluster.Text("kmsKeyId")).ShouldBe((true, "arn:aws:mock:::catalog-eu-central-1"));
        (cluster.Number("backupRetentionPeriod"), cluster.Flag("deletionProtection"), cluster.Options.Protect).ShouldBe((14, true, true));
        (cluster.Flag("skipFinalSnapshot"), cluster.Text("finalSnapshotIdentifier"))
            .ShouldBe((false, "shop-test-catalog-eu-central-1-final-catalog-eu-central-1-key"));
    }

    [Theory]
    [InlineData("mysql", "catalog-eu-central-1-aurora-mysql8-0", "require_secure_transport", "ON")]
    [InlineData("postgresql", "catalog-eu-central-1-aurora-postgresql17", "rds.force_ssl", "1")]
    public async Task Plain_connections_are_refused(string engine, string group, string name, string value)
    {
        var settings = (await PlanOf(Alone with { Engine = DatabaseEngine.ByName[engine] })).One("aws:rds/clusterParameterGroup:ClusterParameterGroup");

        (settings.Name, settings.Text("parameters.0.name"), settings.Text("parameters.0.value")).ShouldBe((group, name, value));
    }

    [Fact]
    public async Task The_writer_is_no_reader_and_stays_when_there_are_none()
    {
        var machines = (await PlanOf(Alone with { Machines = Alone.Machines with { Readers = [] } })).Some(Machine);

        machines.Select(machine => (machine.Name, machine.Number("promotionTier"))).ShouldBe([("catalog-eu-central-1-primary", 0)]);
    }

    [Fact]
    public async Task Readers_follow_the_load_within_their_limits()
    {
        var plan = await PlanOf(Alone);

        var target = plan.One("aws:appautoscaling/target:Target");
        (target.Text("resourceId"), target.Text("scalableDimension")).ShouldBe(("cluster:catalog-eu-central-1", "rds:cluster:ReadReplicaCount"));
        (target.Number("minCapacity"), target.Number("maxCapacity")).ShouldBe((1, 6));
        target.DependsOn.ShouldBe(["catalog-eu-central-1-primary"]);
        plan.One("aws:appautoscaling/policy:Policy").Number("targetTrackingScalingPolicyConfiguration.targetValue").ShouldBe(60);
    }

    [Theory]
    [InlineData(null, "eu-central-1")]
    [InlineData("us-east-1", "us-east-1")]
    public async Task Readers_come_and_go_where_it_writes_and_are_fixed_elsewhere(string? writing, string scaled)
    {
        var plan = await PlanOf(Global with { WritingRegion = writing });

        plan.One("aws:appautoscaling/target:Target").Text("resourceId").ShouldBe($"cluster:catalog-{scaled}");
        plan.One("aws:appautoscaling/policy:Policy").Text("resourceId").ShouldBe($"cluster:catalog-{scaled}");
        plan.One(Machine, "catalog-us-east-1-reader-1").Text("instanceClass").ShouldBe("db.r7g.large");
    }

    [Fact]
    public async Task A_region_joins_with_the_version_that_the_others_have_and_later_upgrades_are_not_undone()
    {
        var following = (await PlanOf(Global)).One(Cluster, "catalog-us-east-1");

        following.Text("engineVersion").ShouldBe("catalog-eu-central-1-global-version");
        following.Options.IgnoreChanges.ShouldContain("engineVersion");
    }

    [Theory]
    [InlineData("mysql", "db.t3.medium", false)]
    [InlineData("mysql", "db.t2.medium", false)]
    [InlineData("mysql", "db.t4g.small", false)]
    [InlineData("mysql", "db.t4g.medium", true)]
    [InlineData("postgresql", "db.t3.medium", true)]
    public async Task Insights_are_asked_for_where_Aurora_has_them(string engine, string type, bool hasInsights)
    {
        var machine = (await PlanOf(Alone with { Engine = DatabaseEngine.ByName[engine], Machines = Alone.Machines with { Type = type } }))
            .One(Machine, "catalog-eu-central-1-primary");

        (machine.Flag("performanceInsightsEnabled"), machine.At("performanceInsightsKmsKeyId") is not null).ShouldBe((hasInsights, hasInsights));
    }

    [Fact]
    public async Task The_password_of_one_region_is_left_to_RDS_and_that_of_several_is_drawn_once()
    {
        var alone = await PlanOf(Alone);
        (alone.One(Cluster).Flag("manageMasterUserPassword"), alone.All("aws:secretsmanager/secret:Secret").Count).ShouldBe((true, 0));

        var writing = (await PlanOf(Global)).One(Cluster, "catalog-eu-central-1");
        (writing.At("manageMasterUserPassword"), writing.Text("masterPasswordWo")).ShouldBe((null, RecordingMocks.DrawnPassword));
    }

    [Fact]
    public async Task Other_regions_follow_and_pass_writes_on()
    {
        var plan = await PlanOf(Global);

        var following = plan.One(Cluster, "catalog-us-east-1");
        (following.Text("globalClusterIdentifier"), following.Flag("enableGlobalWriteForwarding"), following.Text("kmsKeyId"))
            .ShouldBe(("shop-test-catalog", true, "arn:aws:mock:::catalog-us-east-1"));
        new[] { "masterUsername", "masterPasswordWo", "manageMasterUserPassword", "databaseName" }.ShouldAllBe(input => following.At(input) == null);
        var global = plan.One("aws:rds/globalCluster:GlobalCluster");
        (global.Text("sourceDbClusterIdentifier"), global.Options.Protect).ShouldBe(("arn:aws:mock:::catalog-eu-central-1", true));
        global.DependsOn.ShouldBe(["catalog-eu-central-1-primary"]);
        plan.One("aws:route53/record:Record", "catalog-us-east-1-names-write").List("records").ShouldBe(["catalog-us-east-1.reader.example.com"]);
        plan.One("aws:route53/record:Record", "catalog-eu-central-1-names-write").List("records").ShouldBe(["catalog-eu-central-1.writer.example.com"]);
    }

    [Fact]
    public async Task After_a_switch_of_roles_the_write_names_follow()
    {
        var plan = await PlanOf(Global with { WritingRegion = "us-east-1" });

        plan.One("aws:route53/record:Record", "catalog-us-east-1-names-write").List("records").ShouldBe(["catalog-us-east-1.writer.example.com"]);
        plan.One("aws:route53/record:Record", "catalog-eu-central-1-names-write").List("records").ShouldBe(["catalog-eu-central-1.reader.example.com"]);
        plan.One(Cluster, "catalog-eu-central-1").Flag("enableGlobalWriteForwarding").ShouldBe(true);
        Unscaled(plan).ShouldBe(Unscaled(await PlanOf(Global)));

        static IEnumerable<string> Unscaled(Plan plan) => plan.Urns("test").Where(urn => !urn.Contains("aws:appautoscaling/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_switch_of_roles_between_regions_is_not_undone() =>
        (await PlanOf(Global)).Some(Cluster).ShouldAllBe(cluster => cluster.Options.IgnoreChanges.Contains("replicationSourceIdentifier"));

    [Fact]
    public async Task Adding_a_reader_or_a_region_changes_nothing_that_is_there()
    {
        var before = (await PlanOf(Alone)).Urns("test");
        var after = await PlanOf(Global with { Machines = Alone.Machines with { Readers = ["reader-0", "reader-1", "reader-2"] } });

        before.Except(after.Urns("test")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("db.m7g.large")]
    [InlineData("db.c6gd.xlarge")]
    public async Task A_machine_that_only_databases_of_rds_have_is_refused_once_in_one_region_or_in_two(string type)
    {
        var message =
            $"""
            Aurora 'catalog' cannot be built:
              - The machine type is '{type}', of a family that RDS alone has; expected is one with much memory or with credits, such as db.r7g.large.
            """;

        (await Plan.ErrorOf(() => _ = new Aurora("catalog", Alone with { Machines = Alone.Machines with { Type = type } }))).ShouldBe(message);
        (await Plan.ErrorOf(() => _ = new Aurora("catalog", Global with { Machines = Alone.Machines with { Type = type } }))).ShouldBe(message);
    }

    [Fact]
    public async Task Every_problem_of_a_cluster_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new Aurora("catalog", Alone with
        {
            Primary = PlaceIn("eu-central-1") with
            {
                Subnets = Places.Subnets(SubnetTier.Data, "a"),
                Replicas = new Dictionary<string, DatabaseReplica> { ["reader-1"] = new() },
            },
            Elsewhere = [.. Enumerable.Repeat(PlaceIn("us-east-1"), 11)],
            Machines = new() { Type = "db.t4g.medium", Readers = ["primary", "b", "b"], MaximumReaders = 2, ReaderCpuPercent = 5 },
            WritingRegion = "eu-west-1",
            BackupDays = 36,
            SchemaName = "",
            PasswordGeneration = 0,
        }))).ShouldBe(
            """
            Aurora 'catalog' cannot be built:
              - The machine type is 'db.t4g.medium'; a database of several regions needs one with much memory, such as db.r7g.large.
              - The reader key 'primary' names a machine; expected are lower-case words joined by hyphens, other than 'primary'.
              - The reader key 'b' is given 2 times; each names one machine.
              - MaximumReaders is 2; allowed is 3 (the readers that always run) to 15.
              - ReaderCpuPercent is 5; allowed is 10 to 90.
              - BackupDays is 36; allowed is 1 to 35.
              - SchemaName is ''; expected are up to 63 letters, digits and underscores, beginning with a letter.
              - PasswordGeneration is 0; allowed is 1 or more.
              - It has 11 regions beside the first; allowed are 10.
              - WritingRegion is 'eu-west-1'; expected is one of its regions: eu-central-1, us-east-1.
              - The region us-east-1 is given 11 times; a global database has one cluster in each.
              - eu-central-1 lists replicas; Aurora takes its readers from Machines.Readers.
              - eu-central-1: Its subnets lie in 1 zone(s); expected are at least 2, so that it survives the loss of one.
            """);

    [Fact]
    public async Task A_region_without_a_cluster_has_no_log_in() =>
        (await Plan.ErrorOf(() => new Aurora("catalog", Alone).ConnectPolicyIn("us-east-1"))).ShouldBe(
            "Aurora 'catalog' has no cluster in us-east-1; it has some in eu-central-1.");

    private static Task<Plan> PlanOf(AuroraArgs args) => Plan.Of(() => _ = new Aurora("catalog", args));

    private static DatabasePlace PlaceIn(string region) => new()
    {
        Location = new Location("123456789012", region),
        VpcId = $"vpc-{region}",
        Subnets = Places.Subnets(SubnetTier.Data, "a", "b"),
        SecurityGroupId = $"sg-{region}",
    };
}
