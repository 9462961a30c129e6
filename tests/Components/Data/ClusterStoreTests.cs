using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

public sealed class ClusterStoreTests
{
    private static readonly ClusterStoreArgs Args = new()
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

    [Theory]
    [InlineData("docdb", "kmsKeyId")]
    [InlineData("neptune", "kmsKeyArn")]
    public async Task A_store_is_encrypted_kept_and_hard_to_delete(string module, string key)
    {
        var cluster = (await PlanOf(module, Args)).One($"aws:{module}/cluster:Cluster");

        (cluster.Flag("storageEncrypted"), cluster.Text(key)).ShouldBe((true, "arn:aws:kms:eu-central-1:123456789012:key/1234abcd"));
        (cluster.Number("backupRetentionPeriod"), cluster.Flag("deletionProtection"), cluster.Options.Protect).ShouldBe((14, true, true));
        (cluster.Flag("skipFinalSnapshot"), cluster.Text("finalSnapshotIdentifier")).ShouldBe((false, "shop-test-store-eu-central-1-final-1234abcd"));
    }

    // By the subnet group, whose name is drawn when it is made; the key may be there from before.
    [Theory]
    [InlineData("docdb")]
    [InlineData("neptune")]
    public async Task A_store_that_is_set_up_anew_has_a_new_name_for_its_final_snapshot(string module) =>
        (await Plan.OfFirstPreview(() => Create(module, Args))).One($"aws:{module}/cluster:Cluster").Text("finalSnapshotIdentifier").ShouldBeNull();

    [Theory]
    [InlineData("docdb")]
    [InlineData("neptune")]
    public async Task Readers_take_over_and_adding_one_changes_nothing_that_is_there(string module)
    {
        var before = await PlanOf(module, Args);
        var after = await PlanOf(module, Args with { Machines = Args.Machines with { Readers = ["reader-0", "reader-1"] } });

        before.Some($"aws:{module}/clusterInstance:ClusterInstance").Select(machine => (machine.Name, machine.Number("promotionTier")))
            .ShouldBe([("store-eu-central-1-primary", 0), ("store-eu-central-1-reader-1", 1)]);
        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("docdb")]
    [InlineData("neptune")]
    public async Task Machines_find_the_store_under_names_that_are_known_beforehand(string module) =>
        (await PlanOf(module, Args)).Some("aws:ssm/parameter:Parameter")
            .Select(parameter => (parameter.Text("name"), parameter.Text("insecureValue"))).ShouldBe(
            [
                ("/shop/test/store-eu-central-1/write", "store-eu-central-1.writer.example.com"),
                ("/shop/test/store-eu-central-1/read", "store-eu-central-1.reader.example.com"),
            ]);

    [Fact]
    public async Task A_document_store_demands_tls_writes_an_audit_log_and_leaves_its_password_to_AWS()
    {
        var plan = await PlanOf("docdb", Args);

        var settings = plan.One("aws:docdb/clusterParameterGroup:ClusterParameterGroup");
        (settings.Name, settings.Text("parameters.1.name"), settings.Text("parameters.1.value")).ShouldBe(("store-eu-central-1-docdb5-0", "tls", "enabled"));
        var cluster = plan.One("aws:docdb/cluster:Cluster");
        (cluster.Flag("manageMasterUserPassword"), cluster.At("masterPassword"), cluster.List("enabledCloudwatchLogsExports").Single())
            .ShouldBe((true, null, "audit"));
    }

    [Fact]
    public async Task A_graph_store_knows_no_password()
    {
        var policies = new List<string>();
        var plan = await Plan.Of(() => new GraphStore("store-eu-central-1", Args).ConnectPolicy.Apply(policy =>
        {
            policies.Add(policy);
            return policy;
        }));

        plan.One("aws:neptune/cluster:Cluster").Flag("iamDatabaseAuthenticationEnabled").ShouldBe(true);
        policies.ShouldHaveSingleItem().ShouldContain("arn:aws:neptune-db:eu-central-1:123456789012:cluster-store-eu-central-1/*");
        policies[0].ShouldNotContain("neptune-db:*");
    }

    [Theory]
    [InlineData("docdb", "DocumentStore")]
    [InlineData("neptune", "GraphStore")]
    public async Task Every_problem_of_a_store_is_told_at_once(string module, string kind) =>
        (await Plan.ErrorOf(() => Create(module, Args with
        {
            Subnets = Places.Subnets(SubnetTier.App, "a"),
            Machines = new() { Type = "r6g.large", Readers = ["Primary", .. Enumerable.Repeat("b", 15)] },
            BackupDays = 0,
        }))).ShouldBe(
            $"""
            {kind} 'store-eu-central-1' cannot be built:
              - The name 'store-eu-central-1-Primary' of the database instance may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - Its subnets lie in 1 zone(s); expected are at least 2, so that it survives the loss of one.
              - Subnet app-a (10.0.0.0/20) is of the app tier; expected are subnets of the data tier.
              - The machine type is 'r6g.large'; expected a type such as db.r6g.large.
              - The reader key 'Primary' names a machine; expected are lower-case words joined by hyphens, other than 'primary'.
              - The reader key 'b' is given 15 times; each names one machine.
              - It has 16 readers; allowed are 15.
              - BackupDays is 0; allowed is 1 to 35.
            """);

    [Theory]
    [InlineData("docdb", "DocumentStore", "db.m7g.large")]
    [InlineData("neptune", "GraphStore", "db.c6gd.large")]
    public async Task A_machine_that_only_databases_of_rds_have_is_refused(string module, string kind, string type) =>
        (await Plan.ErrorOf(() => Create(module, Args with { Machines = Args.Machines with { Type = type } }))).ShouldBe(
            $"""
            {kind} 'store-eu-central-1' cannot be built:
              - The machine type is '{type}', of a family that RDS alone has; expected is one with much memory or with credits, such as db.r6g.large.
            """);

    private static Task<Plan> PlanOf(string module, ClusterStoreArgs args) => Plan.Of(() => Create(module, args));

    private static void Create(string module, ClusterStoreArgs args)
    {
        if (module == "docdb") _ = new DocumentStore("store-eu-central-1", args);
        else _ = new GraphStore("store-eu-central-1", args);
    }
}
