namespace Infra.Policies.Governance;

/// <remarks>A preview shows what the program says; a property whose changes are ignored stays in the cloud as it was, whatever that is.</remarks>
public sealed class NothingJudgedIsIgnored() : Rule(
    "ignored-changes-are-harmless",
    Rank.High,
    "What the program says of an ignored property is never done, so that rules, reviewers and previews judge something that does not exist.",
    "take the property out of ignoreChanges, or write down what the cloud has")
{
    private static readonly HashSet<string> Judged =
    [
        "*", "ingress", "egress", "cidrIpv4", "cidrIpv6", "cidrBlocks", "ipv6CidrBlocks", "ipProtocol", "protocol", "fromPort", "toPort",
        "referencedSecurityGroupId", "sourceSecurityGroupId", "prefixListId", "prefixListIds", "self", "entries", "cidr",
        "routes", "routeTableId", "gatewayId", "networkInterfaces", "vpcConfig",
        "authorizationType", "allowedPrincipals", "principalArn", "remoteAccess", "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic",
        "securityGroups", "securityGroupId", "securityGroupIds", "securityGroupNames", "vpcSecurityGroupIds", "networkConfiguration",
        "publiclyAccessible", "mapPublicIpOnLaunch", "associatePublicIpAddress", "instance", "internal", "metadataOptions",
        "policy", "assumeRolePolicy", "inlinePolicies", "managedPolicyArns", "permissionsBoundary",
        "storageEncrypted", "encrypted", "kmsKeyId", "kmsMasterKeyId", "atRestEncryptionEnabled", "transitEncryptionEnabled", "enableKeyRotation",
        "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets", "sslPolicy", "viewerCertificate", "defaultActions", "webAclId",
        "deletionProtection", "deletionProtectionEnabled", "backupRetentionPeriod", "skipFinalSnapshot", "multiAz", "rules",
    ];

    public override IReadOnlyList<string> Types { get; } = [ResourceTypes.Any];

    public override bool IsAlwaysDetermined => true;

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        from resource in graph.Nodes
        from path in resource.Options.IgnoreChanges.Order(StringComparer.Ordinal)
        where Judged.Contains(Property(path)) || IsWholeObject(resource, path)
        select Fail(resource, path, $"changes of {path} are ignored");

    // A part of an object in a cluster, such as the replicas that a scaler sets, may well be ignored.
    private static bool IsWholeObject(ResourceNode resource, string path) =>
        resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && path is "spec" or "[\"spec\"]";

    // Pulumi's property paths: root, root.nested, root[0], ["root"].nested
    private static string Property(string path) =>
        path.StartsWith("[\"", StringComparison.Ordinal) ? path[2..].Split('"')[0] : path.Split('.', '[')[0];
}
