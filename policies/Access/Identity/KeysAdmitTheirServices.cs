using Infra.Policies.Firewall;

namespace Infra.Policies.Identity;

public sealed class KeysAdmitTheirServices() : Rule(
    "key-admits-service",
    Rank.High,
    "A service that may not use the key it was given fails without a word: no message, no machine, no signature.",
    "allow the service's principal these actions in the key's policy")
{
    private const string AutoScalingRole = ":role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";

    private static readonly string[] Encrypt = ["kms:Decrypt", "kms:GenerateDataKey"];
    private static readonly string[] Sign = ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"];

    // The service guides named here, sections on customer managed keys, 2026-11: CloudTrail, Route 53 (DNSSEC), Amazon SNS (encrypted
    // queues), Amazon EC2 Auto Scaling (encrypted volumes). A log group with such a key is refused: deploy-log-key.
    private static readonly Use[] Uses =
    [
        new(ResourceTypes.Trail, trail => [trail["kmsKeyId"]], ["cloudtrail.amazonaws.com"], ["kms:GenerateDataKey"]),
        new(ResourceTypes.SigningKey, key => [key["keyManagementServiceArn"]], ["dnssec-route53.amazonaws.com"], Sign),
        new(ResourceTypes.LaunchTemplate, Disks, [AutoScalingRole], ["kms:CreateGrant"]),
    ];

    public override IReadOnlyList<string> Types { get; } =
    [
        .. Uses.SelectMany(use => use.Types), .. ResourceTypes.Queue, .. ResourceTypes.TopicSubscription, .. ResourceTypes.KeyPolicies,
        .. ResourceTypes.AutoScalingGroup,
    ];

    public override IEnumerable<Finding> Check(ResourceGraph graph)
    {
        var direct =
            from use in Uses
            from user in graph.OfType(use.Types)
            where !ResourceTypes.LaunchTemplate.Contains(user.Type) || IsLaunchedByGroup(graph, user)
            from value in use.Keys(user)
            where !value.IsAbsent
            from finding in Check(graph, user, user, value, use.Services, use.Actions)
            select finding;
        var subscribed =
            from subscription in graph.OfType(ResourceTypes.TopicSubscription)
            let queue = graph.Resolve(subscription, subscription["endpoint"], ResourceTypes.Queue).Target
            where queue is not null && !queue["kmsMasterKeyId"].IsAbsent
            from finding in Check(graph, queue, subscription, queue["kmsMasterKeyId"], ["sns.amazonaws.com"], Encrypt)
            select finding;
        return direct.Concat(subscribed).DistinctBy(finding => (finding.Urn, finding.Key, finding.Verdict));
    }

    private IEnumerable<Finding> Check(ResourceGraph graph, ResourceNode user, ResourceNode about, PropertyValue value, string[] services, string[] actions)
    {
        var reference = graph.Resolve(user, value, ResourceTypes.Key);
        if (reference.Target is not { } key)
            return value.IsUnknown ? [Undetermined(user, value.Path, $"whether its key admits {services[0]} is not known here", about.Name)] : [];
        var (verdict, owner, policy) = KeyUse.ByService(graph, key, services, actions);
        return verdict switch
        {
            Verdict.Pass => [],
            Verdict.Fail =>
                [Fail(owner, "policy",
                    $"policy does not allow {services[0].TrimStart(':')} {string.Join(" and ", actions)}, as {about.Name} needs",
                    about.Name)],
            _ => [Undetermined(owner, policy, about.Name)],
        };
    }

    private static bool IsLaunchedByGroup(ResourceGraph graph, ResourceNode template) =>
        graph.PointingTo(template, ResourceTypes.LaunchTemplate, ResourceTypes.AutoScalingGroup, "launchTemplate.id")
            .Concat(graph.PointingTo(template, ResourceTypes.LaunchTemplate, ResourceTypes.AutoScalingGroup, "launchTemplate.name")).Any();

    private static IEnumerable<PropertyValue> Disks(ResourceNode template) =>
        PeerReader.EachOf(template["blockDeviceMappings"]).Select(mapping => mapping.IsUnknown ? mapping : mapping["ebs"]["kmsKeyId"]);

    private sealed record Use(
        IReadOnlyList<string> Types, Func<ResourceNode, IEnumerable<PropertyValue>> Keys, string[] Services, string[] Actions);
}
