namespace Infra.Policies.Edge;

public sealed class CertificatesAreValidatedFirst() : Rule(
    "tls-certificate-validated-first",
    Rank.High,
    "A load balancer and a distribution refuse a certificate that is not issued yet, so the first deployment fails half-way.",
    "add a CertificateValidation for the certificate and take the ARN from it")
{
    private static readonly (IReadOnlyList<string> Types, string Property)[] Users =
    [
        (ResourceTypes.Listener, "certificateArn"), (ResourceTypes.ListenerCertificate, "certificateArn"),
        (ResourceTypes.Distribution, "viewerCertificate.acmCertificateArn"),
    ];

    public override IReadOnlyList<string> Types { get; } =
        [.. Users.SelectMany(user => user.Types), .. ResourceTypes.Certificate, .. ResourceTypes.CertificateValidation];

    public override IEnumerable<Finding> Check(ResourceGraph graph) =>
        from user in Users
        from resource in graph.OfType(user.Types)
        let reference = ServedNames.Certificate(graph, resource, user.Property)
        from finding in Check(resource, resource[user.Property], reference, graph)
        select finding;

    private IEnumerable<Finding> Check(ResourceNode user, PropertyValue value, Reference reference, ResourceGraph graph)
    {
        if (value.IsUnknown && reference.Target is null)
            return [Undetermined(user, value.Path, $"whether the certificate of {value.Path} is validated first is not known before the deployment")];
        if (reference.Target is not { } certificate || ServedNames.IsImported(certificate) || !certificate["certificateAuthorityArn"].IsAbsent) return [];
        var validations = graph.PointingTo(certificate, ResourceTypes.Certificate, ResourceTypes.CertificateValidation, "certificateArn").ToList();
        if (validations.Count == 0) return [Fail(user, value.Path, $"nothing waits until {certificate.Name} is issued")];
        return validations.Exists(validation => WaitsFor(user, value, validation, graph))
            ? []
            : [Fail(user, value.Path, $"it does not wait for {validations[0].Name}, so {certificate.Name} may not be issued yet")];
    }

    private static bool WaitsFor(ResourceNode user, PropertyValue value, ResourceNode validation, ResourceGraph graph) =>
        user.Dependencies.Contains(validation.Urn)
        || user.DependenciesOf(value.Path.Split('.')[0]).Contains(validation.Urn)
        || (value.IsKnown && graph.Resolve(user, value, ResourceTypes.CertificateValidation).Candidates.Contains(validation));
}
