namespace Infra.Policies.Operations;

public sealed class SilenceIsDecided() : ResourceRule(
    "alarm-missing-data-explicit",
    Rank.Medium,
    ResourceTypes.Alarm,
    "When a machine is gone so are its metrics, and an alarm that was not told what silence means stays as it was.",
    "set treatMissingData: breaching for what must always report, notBreaching for counts of errors")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Expect(
        resource, resource["treatMissingData"], treatment => treatment.Text is "breaching" or "notBreaching" or "ignore" or "missing",
        "breaching, notBreaching, ignore or missing");
}
