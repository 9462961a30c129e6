using System.Text.RegularExpressions;

namespace Infra.Components;

/// <summary>
/// How long names of a type may be. Most are made by the provider: the resource's name in the program, a hyphen and seven random
/// characters. Such a name is new at each replacement, so the successor can stand beside what it replaces.
/// </summary>
/// <param name="What">The kind of resource, for messages.</param>
/// <param name="MaximumLength">AWS's limit (service quotas and API references of each type, read 2026-11).</param>
public sealed partial record CloudName(string What, int MaximumLength)
{
    private const int RandomSuffixLength = 8;

    public static CloudName LoadBalancer { get; } = new("load balancer", 32);

    public static CloudName TargetGroup { get; } = new("target group", 32);

    // CloudWatch Logs API reference, PutDeliverySource, read 2026-11.
    public static CloudName LogDelivery { get; } = new("log delivery", 60);

    public static CloudName Bucket { get; } = new("bucket", 63);

    public static CloudName Role { get; } = new("role", 64);

    public static CloudName ReplicationGroup { get; } = new("replication group", 40);

    public static CloudName CacheUser { get; } = new("cache user", 40);

    public static CloudName CacheUserGroup { get; } = new("cache user group", 40);

    public static CloudName DatabaseInstance { get; } = new("database instance", 63);

    public static CloudName DatabaseCluster { get; } = new("database cluster", 63);

    public static CloudName GlobalDatabase { get; } = new("global database", 63);

    public static CloudName DatabaseProxy { get; } = new("database proxy", 63);
    public static CloudName CacheCluster { get; } = new("cache cluster", 50);

    public static CloudName ServerlessCache { get; } = new("serverless cache", 40);

    public static CloudName CacheSubnetGroup { get; } = new("cache subnet group", 255);

    public static CloudName CacheParameterGroup { get; } = new("cache parameter group", 255);

    public static CloudName BackupVault { get; } = new("backup vault", 50);

    /// <summary>80, of which an ordered queue needs five for its <c>.fifo</c>.</summary>
    public static CloudName Queue { get; } = new("queue", 75);

    public static CloudName Canary { get; } = new("canary", 255);

    /// <summary>256, of which an ordered topic needs five for its <c>.fifo</c>.</summary>
    public static CloudName Topic { get; } = new("topic", 251);

    /// <summary>What is wrong with a resource's name as the beginning of one that the provider makes; nothing if it is fine.</summary>
    public IEnumerable<string> Check(string name)
    {
        var room = MaximumLength - RandomSuffixLength;
        if (name.Length > room)
            yield return $"The name '{name}' of the {What} has {name.Length} characters; allowed are {room}, "
                + $"because AWS takes {MaximumLength} and the provider adds {RandomSuffixLength}. Give the component a shorter name.";
        if (!Allowed().IsMatch(name))
            yield return $"The name '{name}' of the {What} may hold "
                + "lower-case letters, digits and single hyphens only, and begins with a letter.";
        if (name.StartsWith("internal-", StringComparison.Ordinal))
            yield return $"The name '{name}' of the {What} begins with 'internal-', which AWS keeps for itself.";
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Allowed();
}
