namespace Infra.Policies.Data;

public sealed class TablesAreProtected() : ResourceRule(
    "dynamodb-deletion-protection",
    Rank.Medium,
    ResourceTypes.Table,
    "A table that is deleted by mistake is back only after a restore, under a new name.",
    "set deletionProtectionEnabled to true",
    "DynamoDB.6")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => ExpectTrue(resource, resource["deletionProtectionEnabled"]);
}
