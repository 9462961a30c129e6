using Infra.Components.Data;
using Infra.Components.Networking;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Data;

public sealed class PasswordRotationTests
{
    private static readonly DatabaseArgs Orders = new()
    {
        Naming = Places.Naming,
        Engine = DatabaseEngine.MySql,
        Primary = new()
        {
            Location = Places.Frankfurt,
            VpcId = "vpc-1",
            Subnets = Places.Subnets(SubnetTier.Data, "a", "b"),
            SecurityGroupId = "sg-1",
            Replicas = new Dictionary<string, DatabaseReplica> { ["reader-1"] = new() },
        },
        Machine = new() { Type = "db.m7g.large", StorageGibibytes = 400, MaximumStorageGibibytes = 4000 },
        Safety = new() { SurvivesZoneLoss = true, BackupDays = 14, DeletionProtection = true },
    };

    [Fact]
    public async Task A_password_that_rds_cannot_manage_is_renewed_every_month_and_at_once()
    {
        var plan = await Plan.Of(() => _ = new Database("orders", Orders));

        var rotation = plan.One("aws:secretsmanager/secretRotation:SecretRotation");
        (rotation.Name, rotation.Number("rotationRules.automaticallyAfterDays"), rotation.Flag("rotateImmediately"))
            .ShouldBe(("orders-eu-central-1-rotation", 30, true));
        rotation.DependsOn.ShouldBe(["orders-eu-central-1-rotation", "orders-eu-central-1-password"]);
        var permission = plan.One("aws:lambda/permission:Permission");
        (permission.Text("principal"), permission.Text("sourceArn")).ShouldBe(("secretsmanager.amazonaws.com", "arn:aws:mock:::orders-eu-central-1-password"));
    }

    [Fact]
    public async Task The_function_may_renew_this_password_and_no_other()
    {
        var plan = await Plan.Of(() => _ = new Database("orders", Orders));

        var policy = plan.One("aws:iam/rolePolicy:RolePolicy", "orders-eu-central-1-rotation").Text("policy")!;
        policy.ShouldContain("""["rds:DescribeDBInstances","rds:ModifyDBInstance"]"""
            + ""","Resource":["arn:aws:rds:eu-central-1:123456789012:db:orders-eu-central-1-primary"]""");
        policy.ShouldContain("""["kms:Decrypt","kms:GenerateDataKey"],"Resource":["arn:aws:mock:::orders-eu-central-1"]""");
        policy.ShouldContain("\"Resource\":[\"arn:aws:mock:::orders-eu-central-1-password\"]");
        var function = plan.One("aws:lambda/function:Function");
        (function.Text("environment.variables.DATABASE_IDENTIFIER"), function.Text("environment.variables.DATABASE_KIND"))
            .ShouldBe(("orders-eu-central-1-primary", "db"));
        plan.One("aws:cloudwatch/logGroup:LogGroup").Number("retentionInDays").ShouldBe(90);
    }

    [Fact]
    public async Task Of_a_global_database_it_is_that_of_the_cluster_that_writes()
    {
        var plan = await Plan.Of(() => _ = new Aurora("catalog", new()
        {
            Naming = Places.Naming,
            Engine = DatabaseEngine.MySql,
            Primary = Orders.Primary with { Replicas = new Dictionary<string, DatabaseReplica>() },
            Elsewhere =
            [
                Orders.Primary with
                {
                    Location = Places.Frankfurt with { Region = "us-east-1" },
                    Replicas = new Dictionary<string, DatabaseReplica>(),
                },
            ],
            Machines = new() { Type = "db.r7g.large", Readers = ["reader-1"], MaximumReaders = 4 },
            BackupDays = 14,
            DeletionProtection = true,
        }));

        plan.One("aws:lambda/function:Function").Text("environment.variables.DATABASE_KIND").ShouldBe("cluster");
        plan.One("aws:iam/rolePolicy:RolePolicy", "catalog-eu-central-1-rotation").Text("policy")!
            .ShouldContain("arn:aws:rds:eu-central-1:123456789012:cluster:catalog-eu-central-1");
    }

    [Fact]
    public async Task A_password_that_rds_manages_needs_no_function()
    {
        var plan = await Plan.Of(() => _ = new Database("orders", Orders with
        {
            Primary = Orders.Primary with { Replicas = new Dictionary<string, DatabaseReplica>() },
        }));

        plan.All("aws:lambda/function:Function").ShouldBeEmpty();
        plan.One("aws:rds/instance:Instance").Flag("manageMasterUserPassword").ShouldBe(true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(91)]
    public async Task Other_intervals_are_refused(int days) =>
        (await Plan.ErrorOf(() => _ = new PasswordRotation("orders-rotation", new()
        {
            Naming = Places.Naming,
            Location = Places.Frankfurt,
            Password = new("orders-password", new()
            {
                Naming = Places.Naming,
                Location = Places.Frankfurt,
                KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd",
                UserName = "dbowner",
                Generation = 1,
                DeletionProtection = true,
            }),
            Database = RotatedDatabase.Machine(Output.Create("orders")),
            KeyArn = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd",
            Days = days,
        }))).ShouldContain($"Days is {days}; allowed is 1 to 90.");
}
