namespace Infra.Policies.Deployment;

public sealed class ElasticAddressesFitTheQuota() : DeploymentRule(
    "deploy-eip-quota",
    Rank.Medium,
    ["aws:ec2/eip:Eip"],
    "AWS gives an account five Elastic IPs in a region, unless more were asked for.",
    "ask for a higher quota before the deployment, or do with fewer NAT gateways",
    "Amazon VPC User Guide, Amazon VPC quotas, 2026-11")
{
    private const int Quota = 5;

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (all, region) = (graph.OfType("aws:ec2/eip:Eip").ToList(), resource.Region);
        if (region.IsUnknown) return all.Count > Quota ? [Undetermined(resource, region)] : [];
        var here = all.Where(address => !address.Region.IsUnknown && address.Region.Text == region.Text).ToList();
        var ofProvider = here.Where(address => address.Provider?.Urn == resource.Provider?.Urn).ToList();
        if (ofProvider.Count > Quota && ofProvider[^1] == resource)
            return [Fail(resource, region.Path,
                $"it is one of {ofProvider.Count} in {region.Text ?? "the provider's region"}; the quota is {Quota} unless it was raised")];
        // Another provider may be of another account.
        return here.Count > Quota && here[^1] == resource && ofProvider.Count <= Quota
            ? [Undetermined(resource, region.Path, $"whether all {here.Count} of several providers are in one account is not known here")]
            : [];
    }
}
