namespace Infra.Policies.Deployment;

public sealed class ManagedKeysShutServicesOut() : DeploymentRule(
    "deploy-queue-managed-key",
    Rank.Medium,
    [.. ResourceTypes.Queue, .. ResourceTypes.TopicSubscription],
    "No other service may use AWS's own key for queues, so what a topic sends is lost.",
    "set kmsMasterKeyId to a key whose policy lets SNS use it",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (!ResourceTypes.Queue.Contains(resource.Type)
            || !graph.PointingTo(resource, ResourceTypes.Queue, ResourceTypes.TopicSubscription, "endpoint").Any())
            return [];
        var id = resource["kmsMasterKeyId"];
        if (graph.Resolve(resource, id, ResourceTypes.Key).Candidates.Count > 0) return [];
        return Expect(resource, id, key => key.Text?.EndsWith("alias/aws/sqs", StringComparison.Ordinal) is not true, "a key that SNS may use",
            whenAbsent: true);
    }
}
