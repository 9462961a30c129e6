namespace Infra.Policies.Messaging;

public sealed class TopicsAreEncrypted() : ResourceRule(
    "sns-encrypted",
    Rank.Medium,
    ResourceTypes.Topic,
    "Messages wait on disk until they are delivered, with whatever customers have written into them.",
    "name a key in kmsMasterKeyId whose policy lets the publishing services use it",
    "SNS.1", "CKV_AWS_26", "AVD-AWS-0095", "AVD-AWS-0136")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        // Which key is often known only after the deployment; that one is named is enough.
        var key = resource["kmsMasterKeyId"];
        return key.IsUnknown && resource.DependenciesOf(key.Path).Count > 0
            ? []
            : Expect(resource, key, id => id.Text is { Length: > 0 }, "a key");
    }
}
