using Infra.Policies.Identity;

namespace Infra.Policies.Messaging;

public sealed class QueuesAreNotPublic() : DocumentRule(
    "sqs-policy-not-public",
    Rank.Critical,
    ResourceTypes.QueuePolicies,
    ["policy"],
    "Whoever may send to a queue gives the workers their orders, and whoever may receive takes them away.",
    "name the principals, or fence the star with aws:SourceArn or aws:PrincipalOrgID",
    "SQS.3", "CKV_AWS_72", "CKV_AWS_168", "CKV_AWS_387", "AVD-AWS-0097")
{
    protected override string? Objection(ResourceNode resource, PolicyStatement statement) => statement.IsForEveryone ? "lets everyone in" : null;
}
