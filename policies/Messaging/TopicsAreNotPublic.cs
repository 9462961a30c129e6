using Infra.Policies.Identity;

namespace Infra.Policies.Messaging;

public sealed class TopicsAreNotPublic() : DocumentRule(
    "sns-policy-not-public",
    Rank.High,
    ResourceTypes.TopicPolicies,
    ["policy"],
    "Whoever may publish raises every alarm, and whoever may subscribe reads every message.",
    "name the principals, or fence the star with aws:SourceArn or aws:PrincipalOrgID",
    "SNS.4", "CKV_AWS_169", "CKV_AWS_385")
{
    protected override string? Objection(ResourceNode resource, PolicyStatement statement) => statement.IsForEveryone ? "lets everyone in" : null;
}
