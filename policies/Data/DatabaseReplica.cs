namespace Infra.Policies.Data;

internal static class DatabaseReplica
{
    private static readonly string[] OfTheFirst =
        ["manageMasterUserPassword", "masterUsername", "masterPassword", "masterPasswordWo", "snapshotIdentifier", "restoreToPointInTime", "s3Import"];

    /// <summary>Whether a database copies another one, which can give it back what it loses.</summary>
    public static bool IsOne(ResourceNode database) =>
        !database["replicateSourceDb"].IsAbsent || !database["replicationSourceIdentifier"].IsAbsent || IsGlobalSecondary(database);

    // Only the cluster that writes has an administrator, or data that it began with.
    private static bool IsGlobalSecondary(ResourceNode database) =>
        !database["globalClusterIdentifier"].IsAbsent && Array.TrueForAll(OfTheFirst, property => database[property].IsAbsent);
}
