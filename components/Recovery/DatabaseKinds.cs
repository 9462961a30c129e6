namespace Infra.Components.Recovery;

/// <summary>Kinds of databases that hand over to a standby, each in its own way.</summary>
[Flags]
public enum DatabaseKinds
{
    None = 0,

    /// <summary>Of <c>Database</c> and <c>ShardedDatabase</c>, with a standby in another zone.</summary>
    Instances = 1,

    /// <summary>Of <c>Aurora</c>, with a reader.</summary>
    Clusters = 2,
}
