namespace Infra.Policies.Data;

public sealed class BucketsHaveAKeyOfTheirOwn() : CompanionRule(
    "s3-encrypted-cmk",
    Rank.Medium,
    ResourceTypes.Bucket,
    ResourceTypes.BucketEncryption,
    "bucket",
    "encryption",
    "Whoever may read a bucket under S3's own key reads it in full; a key of one's own is a second lock, with a log.",
    "set sseAlgorithm to aws:kms and name a kmsMasterKeyId in a BucketServerSideEncryptionConfiguration",
    "CKV_AWS_19", "CKV_AWS_145", "AVD-AWS-0088", "AVD-AWS-0132")
{
    protected override IEnumerable<Finding> CheckCompanion(ResourceNode companion)
    {
        var rules = companion["rules"];
        if (rules.FirstUnknownOf("applyServerSideEncryptionByDefault") is { } unknown) return [Undetermined(companion, unknown)];
        if (!rules.Items.Any()) return [Fail(companion, rules.Path, $"{rules.Path} is {rules}")];
        return rules.Items.Select(rule => rule["applyServerSideEncryptionByDefault"]).SelectMany(choice => Check(companion, choice));
    }

    // Balancers write only where S3's own key encrypts, and what visitors are shown needs no second lock.
    protected override IEnumerable<Finding> Scope(ResourceNode resource, ResourceGraph graph, IEnumerable<Finding> findings) =>
        LogSinks.Holds(graph, resource) || Storefronts.Shows(graph, resource) ? [] : findings;

    private IEnumerable<Finding> Check(ResourceNode companion, PropertyValue choice)
    {
        var (algorithm, key) = (choice["sseAlgorithm"], choice["kmsMasterKeyId"]);
        var named = key.IsUnknown && companion.DependenciesOf("rules").Count > 0 ? [] : Expect(companion, key, KeyRule.IsOwn, "a key of the program");
        return Expect(companion, algorithm, name => name.Text is "aws:kms" or "aws:kms:dsse", "aws:kms").Concat(named);
    }
}
