namespace Infra.Policies.Messaging;

public sealed class QueuesAreEncrypted() : ResourceRule(
    "sqs-encrypted",
    Rank.Medium,
    ResourceTypes.Queue,
    "Messages lie on disk for days, with whatever customers have written into them.",
    "leave sqsManagedSseEnabled true or name a key in kmsMasterKeyId",
    "SQS.1", "CKV_AWS_27", "CKV2_AWS_73", "AVD-AWS-0096", "AVD-AWS-0135", "AwsSolutions-SQS2")
{
    // Every new queue is encrypted unless that is switched off (Amazon SQS, SSE by default since October 2022).
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        resource["kmsMasterKeyId"] is { IsAbsent: false, Text: not "" } ? [] : ExpectTrue(resource, resource["sqsManagedSseEnabled"], whenAbsent: true);
}
