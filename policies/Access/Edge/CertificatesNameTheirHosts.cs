namespace Infra.Policies.Edge;

public sealed class CertificatesNameTheirHosts() : ResourceRule(
    "acm-no-wildcard",
    Rank.Low,
    ResourceTypes.Certificate,
    "A certificate for every name of a domain lets whoever gets hold of it, or of a forgotten record, pose as any of them.",
    "list the names in domainName and subjectAlternativeNames",
    "CKV2_AWS_71")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var others = resource["subjectAlternativeNames"];
        return (others.IsUnknown ? [others] : others.Items).Prepend(resource["domainName"])
            .SelectMany(name => Expect(resource, name, text => !IsWildcard(text), "a name of its own", whenAbsent: true));
    }

    private static bool IsWildcard(PropertyValue name) => name.Text?.StartsWith("*.", StringComparison.Ordinal) is true;
}
