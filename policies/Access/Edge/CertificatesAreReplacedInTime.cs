namespace Infra.Policies.Edge;

public sealed class CertificatesAreReplacedInTime() : ResourceRule(
    "acm-create-before-destroy",
    Rank.Medium,
    ResourceTypes.Certificate,
    "A certificate that must go before its successor comes cannot go at all while a listener uses it, and the deployment stops half-way.",
    "leave deleteBeforeReplace out of its options",
    "CKV_AWS_233")
{
    public override bool IsAlwaysDetermined => true;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        resource.Options.DeleteBeforeReplace ? [Fail(resource, null, "it is deleted before it is replaced")] : [];
}
