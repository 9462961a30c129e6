namespace Infra.Policies.Data;

public sealed class TablesCanBeSetBack() : ResourceRule(
    "dynamodb-pitr",
    Rank.High,
    ResourceTypes.Table,
    "Without point-in-time recovery one wrong loop over the table is final.",
    "set pointInTimeRecovery.enabled to true",
    "DynamoDB.2", "CKV_AWS_28", "AVD-AWS-0024", "AwsSolutions-DDB3")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        ExpectTrue(resource, resource["pointInTimeRecovery"]["enabled"]);
}
