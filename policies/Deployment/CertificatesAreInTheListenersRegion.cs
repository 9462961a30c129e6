namespace Infra.Policies.Deployment;

public sealed class CertificatesAreInTheListenersRegion() : DeploymentRule(
    "deploy-listener-region",
    Rank.High,
    [.. ResourceTypes.Listener, .. Issued],
    "AWS refuses a certificate of another region than the listener's.",
    "make the certificate in the listener's region",
    "AWS provider and cfn-lint, 2026-11")
{
    private static IReadOnlyList<string> Issued { get; } = [.. ResourceTypes.Certificate, "aws:acm/certificateValidation:CertificateValidation"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (arn, region) = (resource["certificateArn"], resource.Region);
        if (!ResourceTypes.Listener.Contains(resource.Type) || arn.IsAbsent || region.IsAbsent) return [];
        var certificates = graph.Resolve(resource, arn, Issued).Candidates;
        var own = arn.Text?.Split(':') is { Length: > 3 } parts ? parts[3] : null;
        if (own is null && certificates.Count == 0) return arn.IsUnknown ? [Undetermined(resource, arn)] : [];
        if (own is null && certificates.FirstOrDefault(each => each.Region.IsUnknown) is { } open) return [Undetermined(open, open.Region)];
        string?[] regions = own is null ? [.. certificates.Select(each => each.Region.Text).Distinct()] : [own];
        return regions is [{ } only] ? ExpectAlways(resource, region, here => here.Text == only, $"{only}, where its certificate is") : [];
    }
}
