namespace Infra.Policies.Data;

/// <remarks>A warning everywhere: a development stack is meant to be thrown away.</remarks>
public sealed class DatabasesAreProtected() : ResourceRule(
    "rds-deletion-protection",
    Rank.Medium,
    ResourceTypes.Databases,
    "One wrong destroy removes the database together with its automatic backups.",
    "set deletionProtection to true",
    "RDS.7", "RDS.8", "DocumentDB.5", "CKV_AWS_139", "CKV_AWS_293", "AVD-AWS-0177", "AVD-AWS-0343", "AwsSolutions-RDS10")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        DatabaseReplica.IsOne(resource) ? [] : ExpectTrue(resource, resource["deletionProtection"]);
}
