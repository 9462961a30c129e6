namespace Infra.Components.Encryption;

/// <summary>
/// What a key encrypts, and by which services it may be used: a service of AWS on its own account's behalf, or people and
/// machines of the account through a service. Key is frozen: it names the alias.
/// </summary>
public sealed record KeyPurpose
{
    private KeyPurpose(string key, string what) => (Key, What) = (key, what);

    /// <summary>Log groups of CloudWatch, which encrypts them itself.</summary>
    public static KeyPurpose Logs { get; } = new("logs", "log groups") { HasLogGroups = true };

    /// <summary>Topics on which alarms, backups and game days report. Without the services here, their messages vanish.</summary>
    public static KeyPurpose Alarms { get; } = new("alarms", "alarm topics")
    {
        Services = ["backup.amazonaws.com", "cloudwatch.amazonaws.com"],
        Through = ["sns"],
    };

    /// <summary>Queues and the topics that fan out to them.</summary>
    public static KeyPurpose Queues { get; } = new("queues", "queues and their topics")
    {
        Services = ["sns.amazonaws.com"],
        Through = ["sns", "sqs"],
    };

    /// <summary>
    /// Databases of every kind, caches, their snapshots and performance data, and the passwords of their administrators. Documents and
    /// graphs go by RDS.
    /// </summary>
    public static KeyPurpose Databases { get; } = new("databases", "databases")
    {
        Through = ["cassandra", "dynamodb", "elasticache", "rds", "secretsmanager"],
        HasGrants = true,
        IsOutlived = true,
    };

    /// <summary>Objects in buckets.</summary>
    public static KeyPurpose Objects { get; } = new("objects", "objects in buckets") { Through = ["s3"] };

    /// <summary>Vaults of recovery points, which come from many services, each of which writes for itself.</summary>
    public static KeyPurpose Backups { get; } = new("backups", "recovery points")
    {
        Through = ["backup", "dynamodb", "ec2", "elasticfilesystem", "rds", "s3"],
        HasGrants = true,
    };

    public string Key { get; }

    /// <summary>For descriptions.</summary>
    public string What { get; }

    /// <summary>Principals of services that use the key themselves.</summary>
    internal IReadOnlyList<string> Services { get; private init; } = [];

    /// <summary>Services through which principals of the account may use the key, and in no other way.</summary>
    internal IReadOnlyList<string> Through { get; private init; } = [];

    internal bool HasLogGroups { get; private init; }

    /// <summary>Whether services keep using the key after the call that needed it, by a grant.</summary>
    internal bool HasGrants { get; private init; }

    /// <summary>Whether copies that can be read with the key only, such as final snapshots, outlive what it was made for.</summary>
    internal bool IsOutlived { get; private init; }

    public override string ToString() => Key;
}
