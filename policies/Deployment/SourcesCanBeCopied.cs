namespace Infra.Policies.Deployment;

public sealed class SourcesCanBeCopied() : DeploymentRule(
    "deploy-db-replica-source",
    Rank.High,
    ResourceTypes.DatabaseInstance,
    "AWS refuses replicas of a database without backups, and of one whose password it manages.",
    "set the source's backupRetentionPeriod to 1 to 35 and keep its password yourself",
    "Amazon RDS API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (resource["replicateSourceDb"].IsAbsent) return [];
        if (graph.Resolve(resource, resource["replicateSourceDb"], ResourceTypes.DatabaseInstance).Target is not { } source)
            return resource["replicateSourceDb"].IsUnknown ? [Undetermined(resource, resource["replicateSourceDb"])] : [];
        var managed = If(source, source["engine"], engine => engine.Text?.StartsWith("sqlserver", StringComparison.Ordinal) is not true,
            Expect(source, source["manageMasterUserPassword"], managed => managed.Truth is false, "false: it has a replica", whenAbsent: true));
        return Expect(source, source["backupRetentionPeriod"], days => days.Number is >= 1 and <= 35, "1 to 35: it has a replica").Concat(managed);
    }
}
