namespace Infra.Policies.Data;

internal static class DatabaseReplica
{
    /// <summary>Whether a database copies another one, which can give it back what it loses.</summary>
    public static bool IsOne(ResourceNode database) => !database["replicateSourceDb"].IsAbsent || !database["replicationSourceIdentifier"].IsAbsent;
}
