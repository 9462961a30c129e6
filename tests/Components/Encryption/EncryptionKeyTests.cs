using System.Text.Json;
using Infra.Components.Encryption;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Encryption;

public sealed class EncryptionKeyTests
{
    private static readonly KeyPurpose[] Purposes =
        [KeyPurpose.Logs, KeyPurpose.Alarms, KeyPurpose.Queues, KeyPurpose.Databases, KeyPurpose.Objects, KeyPurpose.Backups];

    private static readonly EncryptionKeyArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Purpose = KeyPurpose.Queues,
        DeletionProtection = true,
    };

    [Fact]
    public async Task A_key_renews_itself_and_can_be_called_back_for_a_month()
    {
        var plan = await Plan.Of(() => _ = new EncryptionKey("queue-key", Args));

        var key = plan.One("aws:kms/key:Key");
        (key.Flag("enableKeyRotation"), key.Number("rotationPeriodInDays"), key.Number("deletionWindowInDays")).ShouldBe((true, 365, 30));
        key.Options.Protect.ShouldBe(true);
        plan.One("aws:kms/alias:Alias").Text("name").ShouldBe("alias/shop-test-queue-key");
    }

    [Theory]
    [InlineData("databases", true)]
    [InlineData("queues", false)]
    public async Task A_key_stays_that_final_snapshots_need(string purpose, bool stays) =>
        (await Plan.Of(() => _ = new EncryptionKey("key", Args with { Purpose = Purposes.Single(one => one.Key == purpose) })))
            .One("aws:kms/key:Key").Options.RetainOnDelete.ShouldBe(stays);

    [Fact]
    public async Task Administrators_manage_a_key_but_cannot_decrypt_with_it()
    {
        var administer = (await StatementsOf(KeyPurpose.Queues)).Single(statement => statement.GetProperty("Sid").GetString() == "Administer");

        var actions = administer.GetProperty("Action").EnumerateArray().Select(action => action.GetString()!).ToList();
        actions.ShouldContain("kms:PutKeyPolicy");
        actions.ShouldAllBe(action => !action.Contains("crypt") && !action.Contains("DataKey") && action != "kms:CreateGrant" && action != "kms:*");
    }

    [Theory]
    [InlineData("logs", "logs.eu-central-1.amazonaws.com")]
    [InlineData("alarms", "backup.amazonaws.com", "cloudwatch.amazonaws.com")]
    [InlineData("queues", "sns.amazonaws.com")]
    [InlineData("databases")]
    [InlineData("objects")]
    [InlineData("backups")]
    public async Task A_service_that_uses_a_key_by_itself_may_do_so_for_this_account_only(string purpose, params string[] services)
    {
        var byServices = (await StatementsOf(Purposes.Single(one => one.Key == purpose)))
            .Where(statement => statement.GetProperty("Principal").TryGetProperty("Service", out _)).ToList();

        byServices.Select(statement => statement.GetProperty("Principal").GetProperty("Service").GetString()).ShouldBe(services);
        byServices.ShouldAllBe(statement => statement.GetProperty("Condition").ToString().Contains("123456789012"));
    }

    [Fact]
    public async Task People_and_machines_use_a_key_through_its_services_only()
    {
        var statements = await StatementsOf(KeyPurpose.Databases);

        statements.Select(statement => statement.GetProperty("Sid").GetString()).ShouldBe(
        [
            "Administer", "UseThroughCassandra", "UseThroughDynamodb", "UseThroughElasticache", "UseThroughRds",
            "UseThroughSecretsmanager", "GrantToServices",
        ]);
        statements[4].GetProperty("Condition").ToString()
            .ShouldBe("""{"StringEquals":{"kms:CallerAccount":"123456789012","kms:ViaService":"rds.eu-central-1.amazonaws.com"}}""");
        statements[6].GetProperty("Condition").ToString()
            .ShouldBe("""{"StringEquals":{"kms:CallerAccount":"123456789012"},"Bool":{"kms:GrantIsForAWSResource":"true"}}""");
    }

    [Fact]
    public async Task Every_problem_of_a_key_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new EncryptionKey("Queue_Key", Args with { RotationDays = 89 }))).ShouldBe(
            """
            EncryptionKey 'Queue_Key' cannot be built:
              - The name 'Queue_Key' may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - RotationDays is 89; allowed is 90 to 2560.
            """);

    private static async Task<List<JsonElement>> StatementsOf(KeyPurpose purpose)
    {
        var key = (await Plan.OfFirstPreview(() => _ = new EncryptionKey("key", Args with { Purpose = purpose }))).One("aws:kms/key:Key");
        return [.. JsonDocument.Parse(key.Text("policy")!).RootElement.GetProperty("Statement").EnumerateArray()];
    }
}
