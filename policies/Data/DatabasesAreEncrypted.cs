namespace Infra.Policies.Data;

public sealed class DatabasesAreEncrypted() : ResourceRule(
    "rds-storage-encrypted",
    Rank.High,
    ResourceTypes.Databases,
    "Storage that was made unencrypted stays so, and so does every snapshot of it.",
    "set storageEncrypted to true; an existing database must be restored from an encrypted copy",
    "RDS.3", "RDS.27", "CKV_AWS_16", "CKV_AWS_96", "AVD-AWS-0079", "AVD-AWS-0080", "DocumentDB.1", "CKV_AWS_74", "AVD-AWS-0021",
    "AwsSolutions-DOC1", "AwsSolutions-RDS2")
{
    // A copy in the same region takes its source's encryption.
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        ExpectTrue(resource, resource["storageEncrypted"], whenAbsent: !resource["replicateSourceDb"].IsAbsent);
}
