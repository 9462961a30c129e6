using Infra.Components.Data;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Data;

public sealed class KeyValueTableTests
{
    private const string Table = "aws:dynamodb/table:Table";

    private static readonly KeyValueTableArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        KeyArns = new Dictionary<string, Input<string>> { ["eu-central-1"] = "arn:key/home", ["us-east-1"] = "arn:key/away" },
        Key = new(new("customer"), new("product")),
        Indexes = [new("by-product", new(new("product"), new("added", AttributeKind.Number)))],
        ExpiryAttribute = "expires",
        RecoveryDays = 35,
        DeletionProtection = true,
    };

    [Fact]
    public async Task A_table_is_encrypted_recoverable_and_hard_to_delete()
    {
        var table = await TableOf(Args);

        (table.Flag("serverSideEncryption.enabled"), table.Flag("pointInTimeRecovery.enabled"),
                table.Number("pointInTimeRecovery.recoveryPeriodInDays"))
            .ShouldBe((true, true, 35));
        (table.Flag("deletionProtectionEnabled"), table.Options.Protect).ShouldBe((true, true));
        (table.Text("ttl.attributeName"), table.Flag("ttl.enabled")).ShouldBe(("expires", true));
    }

    [Fact]
    public async Task Only_attributes_of_keys_are_declared_and_each_once()
    {
        var table = await TableOf(Args);

        Enumerable.Range(0, table.List("attributes").Length).Select(index => (table.Text($"attributes.{index}.name"), table.Text($"attributes.{index}.type")))
            .ShouldBe([("added", "N"), ("customer", "S"), ("product", "S")]);
        (table.Text("globalSecondaryIndexes.0.keySchemas.0.attributeName"), table.Text("globalSecondaryIndexes.0.keySchemas.1.keyType"))
            .ShouldBe(("product", "RANGE"));
    }

    [Fact]
    public async Task A_table_on_demand_has_no_capacity_to_fight_over()
    {
        var plan = await Plan.Of(() => _ = new KeyValueTable("carts", Args));

        var table = plan.One(Table);
        (table.Text("billingMode"), table.At("readCapacity"), table.At("writeCapacity")).ShouldBe(("PAY_PER_REQUEST", null, null));
        plan.All("aws:appautoscaling/target:Target").ShouldBeEmpty();
    }

    [Fact]
    public async Task Scaled_capacity_follows_the_load_of_the_table_and_of_each_index_and_the_program_leaves_it_alone()
    {
        var plan = await Plan.Of(() => _ = new KeyValueTable("carts", Args with { Capacity = TableCapacity.Scaled(5, 500) }));

        plan.One(Table).Options.IgnoreChanges.ShouldBe(
            ["globalSecondaryIndexes[*].readCapacity", "globalSecondaryIndexes[*].writeCapacity", "readCapacity", "writeCapacity"]);
        plan.Some("aws:appautoscaling/target:Target").Select(target => (target.Text("resourceId"), target.Text("scalableDimension"))).ShouldBe(
        [
            ("table/shop-test-carts", "dynamodb:table:ReadCapacityUnits"), ("table/shop-test-carts/index/by-product", "dynamodb:index:ReadCapacityUnits"),
            ("table/shop-test-carts", "dynamodb:table:WriteCapacityUnits"), ("table/shop-test-carts/index/by-product", "dynamodb:index:WriteCapacityUnits"),
        ]);
    }

    [Fact]
    public async Task Another_region_is_a_replica_with_the_same_safety_and_changes_no_identity()
    {
        var both = Args with { OtherRegions = ["us-east-1"] };
        var table = await TableOf(both);

        (table.Text("serverSideEncryption.kmsKeyArn"), table.Text("replicas.0.kmsKeyArn")).ShouldBe(("arn:key/home", "arn:key/away"));
        (table.Text("replicas.0.regionName"), table.Flag("replicas.0.pointInTimeRecovery"),
                table.Flag("replicas.0.deletionProtectionEnabled"))
            .ShouldBe(("us-east-1", true, true));
        (table.Flag("streamEnabled"), (await TableOf(Args)).Flag("streamEnabled")).ShouldBe((true, true));
        (await Plan.Of(() => _ = new KeyValueTable("carts", both))).Urns("test")
            .ShouldBe((await Plan.Of(() => _ = new KeyValueTable("carts", Args))).Urns("test"));
    }

    [Fact]
    public async Task A_role_may_work_with_items_where_it_is_and_never_read_all()
    {
        var policy = "";
        await Plan.Of(() => new KeyValueTable("carts", Args with { OtherRegions = ["us-east-1"] }).AccessPolicyIn("us-east-1").Apply(text => policy = text));

        policy.ShouldContain("arn:aws:dynamodb:us-east-1:123456789012:table/shop-test-carts/index/*");
        policy.ShouldContain("""["kms:Decrypt","kms:DescribeKey"],"Resource":["arn:key/away"]"""
            + ""","Condition":{"StringEquals":{"kms:ViaService":"dynamodb.us-east-1.amazonaws.com"}}""");
        policy.ShouldNotContain("Scan");
        (await Plan.ErrorOf(() => new KeyValueTable("carts", Args).AccessPolicyIn("us-east-1")))
            .ShouldBe("Table 'shop-test-carts' is not in us-east-1; it is in eu-central-1.");
    }

    [Fact]
    public async Task Every_problem_of_a_table_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new KeyValueTable("carts", Args with
        {
            Key = new(new("customer"), new("product", AttributeKind.Bytes)),
            Indexes = [.. Args.Indexes, new("x", new(new(""))), .. Enumerable.Repeat(new TableIndex("by-text", new(new("expires"))), 19)],
            Capacity = TableCapacity.Scaled(0, 0, 10),
            OtherRegions = ["eu-central-1", "mars"],
            RecoveryDays = 36,
        }))).ShouldBe(
            """
            KeyValueTable 'carts' cannot be built:
              - The key attribute '' has 0 characters; allowed are 1 to 255.
              - The attribute 'product' is declared as Text and as Bytes; an attribute has one kind.
              - The index name 'x' is refused; expected are 3 to 255 letters, digits, hyphens, dots and underscores.
              - The index 'by-text' is given 19 times; each has its own name.
              - It has 21 indexes; allowed are 20.
              - Its capacity is 0 to 0; expected are at least 1 and more than that, or there is nothing to scale.
              - The target of its capacity is 10 %; allowed is 20 to 90.
              - It is in several regions with scaled capacity; expected is TableCapacity.OnDemand, because each region would scale by itself.
              - The expiry attribute 'expires' is part of a key and no number; DynamoDB would let nothing expire.
              - 'mars' is no region; expected is a name such as us-east-1.
              - The region eu-central-1 is given 2 times; a table is there once.
              - KeyArns has no key for mars; a table is encrypted in each region by itself.
              - RecoveryDays is 36; allowed is 1 to 35.
            """);

    [Fact]
    public async Task A_key_is_of_two_attributes_and_what_expires_has_a_name() =>
        (await Plan.ErrorOf(() => _ = new KeyValueTable("carts", Args with
        {
            Key = new(new("customer"), new("customer")),
            Indexes = [new("by-product", new(new("product"), new("product")))],
            ExpiryAttribute = "",
        }))).ShouldBe(
            """
            KeyValueTable 'carts' cannot be built:
              - The partition and the sort key of the table are both 'customer'; expected is another sort key, or none.
              - The partition and the sort key of the index 'by-product' are both 'product'; expected is another sort key, or none.
              - The expiry attribute '' has 0 characters; allowed are 1 to 255, or null to keep all.
            """);

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public async Task The_attribute_by_which_items_expire_has_255_characters_at_most(int length, bool isFine)
    {
        var args = Args with { ExpiryAttribute = new('e', length) };

        if (isFine) (await TableOf(args)).Text("ttl.attributeName").ShouldBe(args.ExpiryAttribute);
        else (await Plan.ErrorOf(() => _ = new KeyValueTable("carts", args))).ShouldContain($"' has {length} characters; allowed are 1 to 255, or null");
    }

    [Fact]
    public async Task A_table_whose_name_is_longer_than_AWS_takes_is_refused() =>
        (await Plan.ErrorOf(() => _ = new KeyValueTable(new string('t', 250), Args)))
            .ShouldContain($"The table's name 'shop-test-{new string('t', 250)}' has 260 characters; allowed are 3 to 255.");

    private static async Task<PlannedResource> TableOf(KeyValueTableArgs args) => (await Plan.Of(() => _ = new KeyValueTable("carts", args))).One(Table);
}
