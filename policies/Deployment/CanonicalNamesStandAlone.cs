namespace Infra.Policies.Deployment;

public sealed class CanonicalNamesStandAlone() : DeploymentRule(
    "deploy-dns-cname",
    Rank.High,
    [.. ResourceTypes.Record, .. ResourceTypes.HostedZone],
    "DNS allows a CNAME one value, and none at the zone's own name.",
    "give one value, or an alias at the zone's own name",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (!ResourceTypes.Record.Contains(resource.Type)) return [];
        var (values, zone) = (resource["records"], graph.Resolve(resource, resource["zoneId"], ResourceTypes.HostedZone).Target);
        var findings = AtMost(resource, values, 1).Concat(zone is null ? [] : NotAtTheTop(resource, zone)).ToList();
        // Of a record that is to prove a certificate nothing is known, and nothing is wrong with it.
        return resource["type"].IsUnknown && findings.TrueForAll(finding => finding.Verdict == Verdict.Undetermined)
            ? []
            : If(resource, resource["type"], type => type.Text == "CNAME", findings);
    }

    private IEnumerable<Finding> NotAtTheTop(ResourceNode record, ResourceNode zone)
    {
        var (name, top) = (record["name"], zone["name"]);
        if (name.IsUnknown || top.IsUnknown) return [Undetermined(name.IsUnknown ? record : zone, name.IsUnknown ? name : top)];
        return name.Text is "" or "@" || string.Equals(name.Text?.TrimEnd('.'), top.Text?.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)
            ? [Fail(record, name.Path, $"it is a CNAME at {top}, the zone's own name")] : [];
    }
}
