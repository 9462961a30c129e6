namespace Infra.Policies.LoadBalancing;

public sealed class TargetsAreChecked() : ResourceRule(
    "target-group-health-check",
    Rank.High,
    ResourceTypes.TargetGroup,
    "A check of any page, or one that looks once in minutes, keeps sending visitors to broken clones.",
    "set healthCheck with a path of its own and an interval of at most 30 seconds",
    "CKV_AWS_261")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Unless(resource, resource["targetType"], type => type.Text == "lambda", Check(resource));

    private IEnumerable<Finding> Check(ResourceNode resource)
    {
        var check = resource["healthCheck"];
        if (check.IsUnknown) return [Undetermined(resource, check)];
        var protocol = check["protocol"] is { IsLeftOut: false } own ? own : resource["protocol"];
        if (protocol.IsUnknown) return [Undetermined(resource, protocol)];
        return Timing(resource, check).Concat(protocol.Text is "HTTP" or "HTTPS" ? Page(resource, check) : []);
    }

    // What is left out, which a provider shows as zero, is in order as it has it: 30 seconds, three failures, the status 200 (aws:lb/targetGroup:TargetGroup,
    // 2026-11).
    private IEnumerable<Finding> Timing(ResourceNode group, PropertyValue check) =>
        Expect(group, check["interval"], seconds => seconds.Number <= 30, "at most 30 seconds", whenAbsent: true)
            .Concat(Expect(group, check["unhealthyThreshold"], count => count.IsZero || count.Number is >= 2 and <= 10, "2 to 10", whenAbsent: true));

    private IEnumerable<Finding> Page(ResourceNode group, PropertyValue check) =>
        Expect(group, check["path"], path => path.Text is { Length: > 0 }, "a path");
}
