using Infra.Policies.Identity;

namespace Infra.Policies.Operations;

public sealed class AlarmsMayUseTheKey() : Rule(
    "alarm-topic-key-admits-cloudwatch",
    Rank.High,
    "CloudWatch cannot publish to a topic whose key it may not use, and the alarm is lost without a trace.",
    "allow cloudwatch.amazonaws.com kms:GenerateDataKey* and kms:Decrypt in the key's policy; alias/aws/sns cannot")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Alarm, .. ResourceTypes.Topic, .. ResourceTypes.Key];

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        AlarmTopicsHaveReaders.TopicsOf(graph).SelectMany(topic => Check(topic, topic["kmsMasterKeyId"], graph));

    private IEnumerable<Finding> Check(ResourceNode topic, PropertyValue id, ResourceGraph graph)
    {
        if (id.Text is "alias/aws/sns") return [Fail(topic, id.Path, "CloudWatch cannot use alias/aws/sns")];
        if (graph.Resolve(topic, id, ResourceTypes.Key).Target is not { } key)
            return id.IsAbsent ? [] : [Undetermined(topic, id.Path, "whether the key lets CloudWatch use it is not known here")];
        var policy = key["policy"];
        if (policy.FirstUnknown() is { } unknown) return [Undetermined(key, unknown)];
        return PolicyStatement.Of(policy)?.Any(Admits) is true ? [] : [Fail(key, policy.Path, $"policy does not let CloudWatch publish to {topic.Name}")];
    }

    private static bool Admits(PolicyStatement statement) =>
        statement.Principals.Any(principal => principal is ("Service", "cloudwatch.amazonaws.com") or ("AWS", "*"))
        && statement.Allows("kms:Decrypt") && statement.Allows("kms:GenerateDataKey");
}
