namespace Infra.Policies.Deployment;

public sealed class KeysAreOfTheSameRegion() : DeploymentRule(
    "deploy-key-region",
    Rank.High,
    Encrypted,
    "A key works in its own region only, so AWS refuses to encrypt with one of another.",
    "make a key, or a replica of the key, in the region of what it encrypts",
    "Amazon RDS API Reference, CreateDBInstanceReadReplica, KmsKeyId, 2026-11")
{
    private static readonly string[] Properties = ["kmsKeyId", "kmsKeyArn", "kmsMasterKeyId", "keyId"];
    private static readonly string[] Keys = [.. ResourceTypes.Key, .. ResourceTypes.ReplicaKey];

    public override IReadOnlyList<string> Types { get; } = [.. Encrypted, .. Keys];

    private static IReadOnlyList<string> Encrypted { get; } =
    [
        .. ResourceTypes.Databases, .. ResourceTypes.ReplicationGroup, .. ResourceTypes.ServerlessCache, .. ResourceTypes.Queue, .. ResourceTypes.Topic,
        .. ResourceTypes.LogGroup, .. ResourceTypes.Secret, .. ResourceTypes.BackupVault, .. ResourceTypes.Parameter,
    ];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        resource.Region.IsAbsent ? [] : Properties.Select(name => resource[name]).Where(key => !key.IsAbsent).SelectMany(key => Check(resource, key, graph));

    private IEnumerable<Finding> Check(ResourceNode resource, PropertyValue key, ResourceGraph graph)
    {
        var here = resource.Region;
        if (key.Text is { } text && text.StartsWith("arn:", StringComparison.Ordinal))
            return Compare(resource, key, here, text.Split(':').ElementAtOrDefault(3));
        var reference = graph.Resolve(resource, key, Keys);
        if (reference.State == ReferenceState.Unknown) return resource.DependenciesOf(key.Path).Count > 0 ? [] : [Undetermined(resource, key)];
        var regions = reference.Candidates.Select(candidate => candidate.Region).Where(region => !region.IsAbsent).ToList();
        if (regions.TrueForAll(region => region.IsKnown && region.Text == here.Text)) return [];
        return reference.Target is not null && regions is [{ IsUnknown: false } only]
            ? Compare(resource, key, here, only.Text)
            : [Undetermined(resource, key.Path, $"whether {key.Path} is a key of its region is not known before the deployment")];
    }

    private IEnumerable<Finding> Compare(ResourceNode resource, PropertyValue key, PropertyValue here, string? there)
    {
        if (here.IsUnknown) return [Undetermined(resource, here)];
        return string.IsNullOrEmpty(there) || there == here.Text ? [] : [Fail(resource, key.Path, $"{key.Path} is a key of {there}, and it is in {here}")];
    }
}
