using Infra.Components.Data;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

public sealed class WideColumnStoreTests
{
    private const string Key = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd";

    private static readonly WideColumnTable Views = new()
    {
        Name = "page_views",
        Partition = [new("customer", ColumnType.Text)],
        Clustering = [new("seen", ColumnType.MomentId, ColumnOrder.Descending), new("product", ColumnType.Text)],
        Values = [new("tags", ColumnType.SetOf(ColumnType.Text)), new("counts", ColumnType.MapOf(ColumnType.Text, ColumnType.WholeNumber))],
        PartitionValues = [new("language", ColumnType.Text)],
        ExpirySeconds = 86_400,
    };

    private static readonly WideColumnStoreArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Keyspace = "customer-activity",
        Tables = [Views],
        KeyArn = Key,
        DeletionProtection = true,
    };

    [Fact]
    public async Task The_shape_of_a_table_says_what_lies_together_and_in_which_order()
    {
        var plan = await PlanOf(Args);

        plan.One("aws:keyspaces/keyspace:Keyspace").Text("name").ShouldBe("shop_test_customer_activity");
        var table = plan.One("aws:keyspaces/table:Table");
        (table.Name, table.Text("keyspaceName"), table.Text("tableName"))
            .ShouldBe(("activity-eu-central-1-page-views", "shop_test_customer_activity", "page_views"));
        Enumerable.Range(0, table.List("schemaDefinition.columns").Length)
            .Select(place =>
                $"{table.Text($"schemaDefinition.columns.{place}.name")} {table.Text($"schemaDefinition.columns.{place}.type")}")
            .ShouldBe(["customer text", "seen timeuuid", "product text", "tags set<text>", "counts map<text, int>", "language text"]);
        table.Text("schemaDefinition.partitionKeys.0.name").ShouldBe("customer");
        (table.Text("schemaDefinition.clusteringKeys.0.name"), table.Text("schemaDefinition.clusteringKeys.0.orderBy")).ShouldBe(("seen", "DESC"));
        (table.Text("schemaDefinition.clusteringKeys.1.name"), table.Text("schemaDefinition.clusteringKeys.1.orderBy")).ShouldBe(("product", "ASC"));
        table.Text("schemaDefinition.staticColumns.0.name").ShouldBe("language");
    }

    [Fact]
    public async Task A_table_is_encrypted_recoverable_and_hard_to_delete()
    {
        var table = (await PlanOf(Args)).One("aws:keyspaces/table:Table");

        (table.Text("encryptionSpecification.type"), table.Text("encryptionSpecification.kmsKeyIdentifier")).ShouldBe(("CUSTOMER_MANAGED_KMS_KEY", Key));
        (table.Text("pointInTimeRecovery.status"), table.Options.Protect).ShouldBe(("ENABLED", true));
    }

    [Theory]
    [InlineData(86_400)]
    [InlineData(null)]
    public async Task Rows_go_by_themselves_if_they_are_told_to(int? seconds)
    {
        var table = (await PlanOf(Args with { Tables = [Views with { ExpirySeconds = seconds }] })).One("aws:keyspaces/table:Table");

        (table.Text("ttl.status"), table.Number("defaultTimeToLive")).ShouldBe(("ENABLED", seconds));
    }

    [Fact]
    public async Task Capacity_is_paid_by_request_unless_it_is_scaled()
    {
        var plan = await PlanOf(Args);

        plan.One("aws:keyspaces/table:Table").Text("capacitySpecification.throughputMode").ShouldBe("PAY_PER_REQUEST");
        plan.All("aws:appautoscaling/target:Target").ShouldBeEmpty();
    }

    [Fact]
    public async Task Scaled_capacity_follows_the_load_in_both_directions_and_the_program_leaves_it_alone()
    {
        var plan = await PlanOf(Args with { Tables = [Views with { Capacity = TableCapacity.Scaled(5, 500) }] });

        var table = plan.One("aws:keyspaces/table:Table");
        (table.Text("capacitySpecification.throughputMode"), table.Number("capacitySpecification.readCapacityUnits"),
                table.Number("capacitySpecification.writeCapacityUnits"))
            .ShouldBe(("PROVISIONED", 5, 5));
        table.Options.ShouldBeOfType<Pulumi.CustomResourceOptions>().IgnoreChanges
            .ShouldBe(["capacitySpecification.readCapacityUnits", "capacitySpecification.writeCapacityUnits"]);
        plan.Some("aws:appautoscaling/target:Target")
            .Select(target => (target.Name, target.Text("scalableDimension"), target.Text("resourceId"), target.Number("maxCapacity")))
            .ShouldBe(
            [
                ("activity-eu-central-1-page-views-read", "cassandra:table:ReadCapacityUnits",
                    "keyspace/shop_test_customer_activity/table/page_views", 500),
                ("activity-eu-central-1-page-views-write", "cassandra:table:WriteCapacityUnits",
                    "keyspace/shop_test_customer_activity/table/page_views", 500),
            ]);
        plan.Some("aws:appautoscaling/policy:Policy")
            .Select(policy => policy.Text("targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType"))
            .ShouldBe(["CassandraReadCapacityUtilization", "CassandraWriteCapacityUtilization"]);
    }

    [Fact]
    public async Task A_role_may_use_rows_of_this_keyspace_and_find_the_way_there()
    {
        WideColumnStore? store = null;
        await Plan.Of(() => store = new WideColumnStore("activity-eu-central-1", Args));

        store!.Address.ShouldBe("cassandra.eu-central-1.amazonaws.com");
        store.AccessPolicy.ShouldContain("arn:aws:cassandra:eu-central-1:123456789012:/keyspace/shop_test_customer_activity/table/*");
        store.AccessPolicy.ShouldContain("""["cassandra:Select"],"Resource":["arn:aws:cassandra:eu-central-1:123456789012:/keyspace/system*"]""");
        store.AccessPolicy.ShouldNotContain("cassandra:*");
    }

    [Fact]
    public async Task A_table_more_changes_nothing_that_is_there()
    {
        var before = (await PlanOf(Args)).Urns("test");
        var after = (await PlanOf(Args with { Tables = [Views with { Name = "clicks" }, Views] })).Urns("test");

        before.Except(after).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_problems_are_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new WideColumnStore("activity", Args with
        {
            Keyspace = "a-keyspace-whose-name-is-longer-than-cassandra-takes",
            Tables =
            [
                new() { Name = "Views", Partition = [], ExpirySeconds = 0 },
                new()
                {
                    Name = "views",
                    Partition = [new("tags", ColumnType.ListOf(ColumnType.Text))],
                    Values = [new("Product", ColumnType.Text), new("tags", ColumnType.Text)],
                    PartitionValues = [new("language", ColumnType.Text)],
                    Capacity = TableCapacity.Scaled(0, 0, targetPercent: 95),
                },
                new() { Name = "views", Partition = [new("customer", ColumnType.Text)], ExpirySeconds = 630_720_001 },
            ],
        }))).ShouldBe(
            """
            WideColumnStore 'activity' cannot be built:
              - The keyspace's name 'shop_test_a_keyspace_whose_name_is_longer_than_cassandra_takes' is refused; expected are 1 to 48 lower-case letters, digits and underscores, beginning with a letter.
              - Table 'Views': The table name 'Views' is refused; expected are 1 to 48 lower-case letters, digits and underscores, beginning with a letter.
              - Table 'Views': It has no partition column; expected is at least one.
              - Table 'Views': ExpirySeconds is 0; allowed is 1 to 630720000, which are twenty years.
              - Table 'views': The column name 'Product' is refused; expected are 1 to 48 lower-case letters, digits and underscores, beginning with a letter.
              - Table 'views': The column 'tags' is given 2 times.
              - Table 'views': The key column 'tags' is a list<text>; collections cannot be part of a key.
              - Table 'views': It has values per partition and one row per partition; make them values of the row.
              - Table 'views': Its capacity is 0 to 0; expected are at least 1 and more than that, or there is nothing to scale.
              - Table 'views': The target of its capacity is 95 %; allowed is 20 to 90.
              - Table 'views': ExpirySeconds is 630720001; allowed is 1 to 630720000, which are twenty years.
              - The table 'views' is given 2 times.
            """);

    [Fact]
    public async Task A_collection_holds_no_collections() =>
        (await Plan.ErrorOf(() => _ = new WideColumnStore("activity", Args with
        {
            Tables =
            [
                Views with
                {
                    Values = [new("pages", ColumnType.ListOf(ColumnType.SetOf(ColumnType.Text)))],
                    PartitionValues = [new("counts", ColumnType.MapOf(ColumnType.ListOf(ColumnType.Text), ColumnType.WholeNumber))],
                },
            ],
        }))).ShouldBe(
            $"""
            WideColumnStore 'activity' cannot be built:
              - Table '{Views.Name}': The column 'pages' is a list<set<text>>; expected are items that are no collections themselves.
              - Table '{Views.Name}': The column 'counts' is a map<list<text>, int>; expected are items that are no collections themselves.
            """);

    [Fact]
    public async Task A_store_without_tables_is_refused() =>
        (await Plan.ErrorOf(() => _ = new WideColumnStore("activity", Args with { Tables = [] }))).ShouldContain("It has no table; expected is at least one.");

    private static Task<Plan> PlanOf(WideColumnStoreArgs args) => Plan.Of(() => _ = new WideColumnStore("activity-eu-central-1", args));
}
