namespace Infra.Policies.Network;

public sealed class OpeningsSayWhatTheyAreFor() : ResourceRule(
    "sg-rule-described",
    Rank.Low,
    [.. ResourceTypes.IngressRule, .. ResourceTypes.EgressRule, .. ResourceTypes.LegacySecurityGroupRule],
    "An opening that nobody can explain is one that nobody dares to close.",
    "give the rule a description",
    "CKV_AWS_23", "AVD-AWS-0099", "AVD-AWS-0124", "AwsSolutions-EC27")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["description"], text => text.Text is { Length: > 0 }, "a sentence");
}
