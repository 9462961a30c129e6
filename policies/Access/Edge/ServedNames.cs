namespace Infra.Policies.Edge;

/// <summary>The names in the certificates of a load balancer's listeners.</summary>
/// <param name="Names">As they are written, each known or not.</param>
/// <param name="IsWhole">False if one of the certificates may be another one.</param>
internal sealed record ServedNames(IReadOnlyList<PropertyValue> Names, bool IsWhole)
{
    /// <summary>Null if nothing is encrypted there, or with a certificate that is none of the program's.</summary>
    public static ServedNames? Of(ResourceGraph graph, ResourceNode balancer)
    {
        var listeners = graph.PointingTo(balancer, ResourceTypes.LoadBalancer, ResourceTypes.Listener, "loadBalancerArn")
            .Where(listener => !listener["certificateArn"].IsAbsent).ToList();
        var certificates = listeners.Select(listener => Certificate(graph, listener, "certificateArn"))
            .Concat(listeners.SelectMany(listener => graph.PointingTo(listener, ResourceTypes.Listener, ResourceTypes.ListenerCertificate, "listenerArn"))
                .Select(more => Certificate(graph, more, "certificateArn")))
            .ToList();
        if (certificates.Count == 0 || certificates.Exists(IsFromElsewhere)) return null;
        return new(
            [.. certificates.Select(certificate => certificate.Target).OfType<ResourceNode>().Distinct().SelectMany(NamesOf)],
            certificates.TrueForAll(certificate => certificate.Target is not null));
    }

    /// <summary>Which certificate a property names, by itself or by the validation that it waits for.</summary>
    public static Reference Certificate(ResourceGraph graph, ResourceNode resource, string path)
    {
        var direct = graph.Resolve(resource, resource[path], ResourceTypes.Certificate);
        if (direct.Target is not null) return direct;
        return graph.Resolve(resource, resource[path], ResourceTypes.CertificateValidation).Target is { } validation
            ? graph.Resolve(validation, validation["certificateArn"], ResourceTypes.Certificate)
            : direct;
    }

    /// <summary>Made elsewhere: what names are in it, and whether it is valid, cannot be seen here.</summary>
    public static bool IsImported(ResourceNode? certificate) =>
        certificate is not null && (!certificate["certificateBody"].IsAbsent || !certificate["privateKey"].IsAbsent);

    private static bool IsFromElsewhere(Reference certificate) => certificate.State == ReferenceState.Foreign || IsImported(certificate.Target);

    public static IEnumerable<PropertyValue> NamesOf(ResourceNode certificate) =>
        Firewall.PeerReader.EachOf(certificate["subjectAlternativeNames"]).Prepend(certificate["domainName"]);
}
