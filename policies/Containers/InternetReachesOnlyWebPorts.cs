using Infra.Policies.Firewall;

namespace Infra.Policies.Containers;

public sealed class InternetReachesOnlyWebPorts() : ResourceRule(
    "k8s-internet-web-ports-only",
    Rank.High,
    [.. ResourceTypes.KubernetesService, .. ResourceTypes.KubernetesIngress],
    "The cluster makes a balancer of its own for a service or an ingress; no filter and no rule about the tiers sees what it opens to the internet.",
    "open 80 and 443 alone, or make it internal: service.beta.kubernetes.io/aws-load-balancer-internal \"true\", alb.ingress.kubernetes.io/scheme internal")
{
    private const string Internal = "service.beta.kubernetes.io/aws-load-balancer-internal";
    private const string Scheme = "service.beta.kubernetes.io/aws-load-balancer-scheme";
    private const string Kind = "service.beta.kubernetes.io/aws-load-balancer-type";
    private const string Sources = "service.beta.kubernetes.io/load-balancer-source-ranges";
    private const string Groups = "service.beta.kubernetes.io/aws-load-balancer-security-groups";
    private const string ExtraGroups = "service.beta.kubernetes.io/aws-load-balancer-extra-security-groups";
    private const string PrefixLists = "service.beta.kubernetes.io/aws-load-balancer-security-group-prefix-lists";
    private const string IngressScheme = "alb.ingress.kubernetes.io/scheme";
    private const string IngressPorts = "alb.ingress.kubernetes.io/listen-ports";
    private const string IngressSources = "alb.ingress.kubernetes.io/inbound-cidrs";
    private const string IngressGroups = "alb.ingress.kubernetes.io/security-groups";

    private static readonly string[] OfOtherClouds =
        ["service.beta.kubernetes.io/azure-load-balancer-internal", "networking.gke.io/load-balancer-type", "cloud.google.com/load-balancer-type"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (spec, notes) = (resource["spec"], resource["metadata"]["annotations"]);
        if (ResourceTypes.KubernetesIngress.Contains(resource.Type)) return CheckIngress(resource, notes);
        var ports = CheckSources(resource, spec, notes, [.. CheckPorts(resource, spec["ports"])]);
        var findings = CheckOthers(resource, notes, [.. CheckScheme(resource, spec, notes, [.. ports])]);
        return Unless(resource, spec["type"], type => type.Text != "LoadBalancer", findings);
    }

    // Other clouds have words of their own for it, which say nothing to a cluster of AWS (AKS, "Use an internal load balancer"; GKE, "Create an internal
    // load balancer"; read 2026-11-23).
    private IEnumerable<Finding> CheckOthers(ResourceNode service, PropertyValue notes, IReadOnlyList<Finding> findings) =>
        findings.Any(finding => finding.Verdict == Verdict.Fail) && Array.Find(OfOtherClouds, name => IsSaid(notes[name])) is { } name
            ? [Undetermined(service, notes[name].Path, $"whether the cluster's cloud is the one that reads it is not known here; any other one opens "
                + string.Join(", ", findings.Select(finding => finding.Property)))]
            : findings;

    private static bool IsSaid(PropertyValue note) => note is { IsUnknown: true } or { Truth: true } or { Text: "Internal" };

    // Both controllers read the annotation where the list is empty, and neither of them once groups are named, which then decide alone. Groups may
    // come in addition (the controller within Kubernetes) and so may prefix lists, which take the place of everybody where no ranges are given (AWS
    // Load Balancer Controller, "Service annotations"; cloud-provider-aws, buildELBSecurityGroupList; read 2026-11-23).
    private IEnumerable<Finding> CheckSources(ResourceNode service, PropertyValue spec, PropertyValue notes, IReadOnlyList<Finding> ports)
    {
        var (list, note) = (spec["loadBalancerSourceRanges"], notes[Sources]);
        var isListed = list.Items.Any();
        if (ports.Count == 0) return [];
        if (!notes[Groups].IsLeftOut) return [Elsewhere(Groups)];
        if ((list.FirstUnknown() ?? (isListed ? null : note.FirstUnknown())) is { } unknown) return [Undetermined(service, unknown)];
        var ranges = isListed ? list.Items.Select(range => range.Text ?? "").ToArray() : note.IsLeftOut ? [] : (note.Text ?? "").Split(',');
        string[] others = [.. new[] { PrefixLists, ExtraGroups }.Where(name => !notes[name].IsLeftOut)];
        return ranges.Length == 0 && others.Contains(PrefixLists) ? [Elsewhere(PrefixLists)]
            : !AreNarrow(ranges) ? ports
            : others.Length > 0 ? [Elsewhere(others[0])]
            : [];

        Finding Elsewhere(string name) => notes[name].IsUnknown
            ? Undetermined(service, notes[name])
            : Undetermined(service, notes[name].Path, $"whether {notes[name]} keeps the internet out of {ports[0].Property} is not known here");
    }

    // The controller within Kubernetes makes a public balancer unless the one annotation says otherwise, and ignores the other, which the AWS
    // Load Balancer Controller and EKS Auto Mode follow. These make an internal one if nothing is said, but nothing says that it is they who read
    // it (cloud-provider-aws, EnsureLoadBalancer; AWS Load Balancer Controller, "Network Load Balancer"; read 2026-11-22).
    private IEnumerable<Finding> CheckScheme(ResourceNode service, PropertyValue spec, PropertyValue notes, IReadOnlyList<Finding> ports)
    {
        var scheme = notes[Scheme];
        if (ports.Count == 0 || scheme.Text is not (null or "internal")) return ports;
        if (scheme.IsUnknown) return [Undetermined(service, scheme)];
        return Unless(
            service, notes[Internal], isInternal => isInternal.Truth is true || isInternal.Text == "0.0.0.0/0",
            scheme.IsAbsent ? ports : CheckController(service, spec, notes));
    }

    private IEnumerable<Finding> CheckController(ResourceNode service, PropertyValue spec, PropertyValue notes) =>
        !spec["loadBalancerClass"].IsLeftOut || notes[Kind].Text is "external" or "nlb-ip"
            ? []
            : [Undetermined(service, notes[Scheme].Path, "whether the cluster's controller follows it is not known: the one within Kubernetes does not")];

    private IEnumerable<Finding> CheckPorts(ResourceNode service, PropertyValue ports) => ports.IsUnknown
        ? [Undetermined(service, ports)]
        : ports.Items.Where(item => !IsWeb(item["port"])).Select(item => item["port"].IsUnknown
            ? Undetermined(service, item["port"])
            : Fail(service, item["port"].Path, $"port {item["port"]} is open to the internet", $"{item["protocol"].Text ?? "TCP"} {item["port"]}"));

    // An ingress that says nothing is internal, unless its class or another ingress of its group says otherwise, and listens on 80 or 443
    // (AWS Load Balancer Controller, "Ingress annotations" and "IngressClass", read 2026-11-22).
    private IEnumerable<Finding> CheckIngress(ResourceNode ingress, PropertyValue notes)
    {
        var (scheme, ports) = (notes[IngressScheme], notes[IngressPorts]);
        var findings = Unless(ingress, scheme, known => known.Text == "internal", Expect(ingress, ports, AreWeb, "80 and 443 alone", whenAbsent: true));
        if (!findings.Any()) return [];
        if (scheme.IsAbsent)
            return [Undetermined(ingress, scheme.Path, "whether its class or its group makes it public is not known before the deployment")];
        return notes[IngressGroups] is { IsAbsent: false } groups
            ? [Undetermined(ingress, groups.Path, $"whether {groups} keep the internet out of {ports.Path} is not known here")]
            : Unless(ingress, notes[IngressSources], sources => AreNarrow((sources.Text ?? "").Split(',')), findings);
    }

    private static bool AreNarrow(string[] ranges) =>
        ranges.Length > 0 && ranges.All(range => CidrSet.Parse(range.Trim()) is { } block && !DeclaredRanges.IsTooWide(block));

    private static bool AreWeb(PropertyValue listeners) => listeners.Parsed() is { IsList: true } list
        && list.Items.All(listener => listener.IsObject && listener.Members.All(member => IsWeb(member.Value)));

    private static bool IsWeb(PropertyValue port) => port.Number is 80 or 443;
}
