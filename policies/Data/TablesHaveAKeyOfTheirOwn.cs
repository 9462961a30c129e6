namespace Infra.Policies.Data;

public sealed class TablesHaveAKeyOfTheirOwn() : KeyRule(
    "dynamodb-cmk",
    Rank.Medium,
    ResourceTypes.Table,
    "serverSideEncryption.kmsKeyArn",
    "Whoever may read a table under AWS's own key reads it in full; a key of one's own is a second lock, with a log.",
    "name a key in serverSideEncryption.kmsKeyArn, and one of the region in each of the replicas",
    "CKV_AWS_119", "AVD-AWS-0025");
