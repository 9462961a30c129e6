namespace Infra.Policies.Data;

/// <remarks>A warning everywhere: a development stack is meant to be thrown away.</remarks>
public sealed class DatabasesLeaveASnapshot() : ResourceRule(
    "rds-final-snapshot",
    Rank.Medium,
    ResourceTypes.Databases,
    "The snapshot taken on deletion is the last copy of the data.",
    "leave skipFinalSnapshot false and give a finalSnapshotIdentifier")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        DatabaseReplica.IsOne(resource)
            ? []
            : Expect(resource, resource["skipFinalSnapshot"], skip => skip.Truth is false, "false", whenAbsent: true).Concat(
                Unless(resource, resource["skipFinalSnapshot"], skip => skip.Truth is true, HasName(resource)));

    private IEnumerable<Finding> HasName(ResourceNode database) => database["finalSnapshotIdentifier"] is { IsAbsent: true } name
        ? [Fail(database, name.Path, "the last snapshot has no finalSnapshotIdentifier, so deleting fails")]
        : [];
}
