namespace Infra.Policies.Containers;

public sealed class IngressesSpeakTls() : ResourceRule(
    "k8s-ingress-tls",
    Rank.High,
    ResourceTypes.KubernetesIngress,
    "Without a certificate passwords and sessions travel in plain text, for everybody on the way to read and to change.",
    "list every host in spec.tls with the secret of its certificate, or name the certificate in the annotation of the ingress controller")
{
    private const string AwsPrefix = "alb.ingress.kubernetes.io/";
    private const string AwsCertificate = "alb.ingress.kubernetes.io/certificate-arn";
    private const string AwsPorts = "alb.ingress.kubernetes.io/listen-ports";
    private const string AwsGroup = "alb.ingress.kubernetes.io/group.name";
    private const string EntryPoints = "traefik.ingress.kubernetes.io/router.entrypoints";
    private const string BalancerCertificate = "service.beta.kubernetes.io/aws-load-balancer-ssl-cert";

    // Of the AWS Load Balancer Controller, GKE, the Application Gateway Ingress Controller and Traefik (their documentation, read 2026-11-23).
    private static readonly string[] Certificates =
    [
        AwsCertificate, "networking.gke.io/managed-certificates", "ingress.gcp.kubernetes.io/pre-shared-cert",
        "appgw.ingress.kubernetes.io/appgw-ssl-certificate", "traefik.ingress.kubernetes.io/router.tls",
    ];

    public override IReadOnlyList<string> Types => [.. ResourceTypes.KubernetesIngress, .. ResourceTypes.KubernetesService];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (spec, notes) = (resource["spec"], resource["metadata"]["annotations"]);
        if (Certificates.Any(name => notes[name] is { IsUnknown: false, IsLeftOut: false, Truth: not false })) return [];
        var ports = notes[AwsPorts];
        if (ports.Parsed() is { } listeners && listeners.Items.Any(listener => !listener["HTTPS"].IsAbsent)) return [];
        if (notes.IsUnknown) return [Undetermined(resource, notes)];
        if (Certificates.Append(AwsPorts).FirstOrDefault(name => notes[name].IsUnknown) is { } unknown) return [Undetermined(resource, notes[unknown])];
        var service = notes["kubernetes.io/ingress.class"] is { IsAbsent: false } older ? older : spec["ingressClassName"];
        if (service.Text == "alb" || notes.UnsortedMembers.Any(note => note.Name.StartsWith(AwsPrefix, StringComparison.Ordinal)))
            return CheckAws(resource, notes, ports);
        return spec["tls"] is { IsUnknown: true } tls ? [Undetermined(resource, tls)] : CheckHosts(resource, spec, service, graph);
    }

    // It listens at 80 unless a certificate is named there, by its class or by another one of its group; spec.tls only helps it find one
    // (AWS Load Balancer Controller, computeIngressListenPorts and "IngressGroup", read 2026-11-23).
    private IEnumerable<Finding> CheckAws(ResourceNode ingress, PropertyValue notes, PropertyValue ports) => ports.IsAbsent || !notes[AwsGroup].IsAbsent
        ? [Undetermined(ingress, notes[AwsCertificate].Path, "it names no certificate; whether its class or its group does is not known here")]
        : [Fail(ingress, ports.Path, $"it listens at {ports} and none of it is HTTPS")];

    // The entry points of Traefik may have TLS of their own (Traefik, "HTTP TLS overview", read 2026-11-23).
    private IEnumerable<Finding> CheckHosts(ResourceNode ingress, PropertyValue spec, PropertyValue service, ResourceGraph graph)
    {
        var tls = spec["tls"];
        if (!tls.Items.Any())
        {
            if (service.IsUnknown) return [Undetermined(ingress, service)];
            var points = ingress["metadata"]["annotations"][EntryPoints];
            if (!points.IsLeftOut && points.Text != "web")
                return [Undetermined(ingress, points.Path, $"spec.tls is not set; whether {points} speaks TLS by itself is not known here")];
            var front = graph.OfType(ResourceTypes.KubernetesService).FirstOrDefault(each => !each["metadata"]["annotations"][BalancerCertificate].IsAbsent);
            return front is null
                ? [Fail(ingress, tls.Path, "spec.tls is not set: it answers over plain HTTP")]
                : [Undetermined(ingress, tls.Path, $"spec.tls is not set; whether all come by {front.Name}, which has a certificate, is not known here")];
        }

        if (spec["rules"].IsUnknown) return [Undetermined(ingress, spec["rules"])];
        if (tls.Items.Any(entry => entry["hosts"] is { IsUnknown: false } hosts && !hosts.Items.Any())) return [];
        var open = tls.Items.Select(entry => entry["hosts"].FirstUnknown()).FirstOrDefault(value => value is not null);
        var covered = tls.Items.SelectMany(entry => entry["hosts"].Items).Select(host => host.Text).OfType<string>().ToList();
        return spec["rules"].Items.Select(rule => rule["host"]).Where(host => !host.IsAbsent && !covered.Exists(name => Covers(name, host.Text ?? "")))
            .Select(host => (host.IsUnknown ? host : open) is { } unknown
                ? Undetermined(ingress, unknown)
                : Fail(ingress, host.Path, $"{host} is among no hosts of spec.tls: it is answered over plain HTTP", host.Text));
    }

    private static bool Covers(string name, string host) => name == host
        || (name.StartsWith("*.", StringComparison.Ordinal) && host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && host[dot..] == name[1..]);
}
