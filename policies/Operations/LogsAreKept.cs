namespace Infra.Policies.Operations;

public sealed class LogsAreKept() : ResourceRule(
    "log-retention",
    Rank.Medium,
    ResourceTypes.LogGroup,
    "Without a retention logs are kept and paid for for ever, and nobody has decided how long that should be.",
    "set retentionInDays",
    "CloudWatch.16", "CKV_AWS_66", "CKV_AWS_338")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["retentionInDays"], days => days.Number > 0, "a number of days");
}
