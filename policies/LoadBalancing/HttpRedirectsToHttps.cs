namespace Infra.Policies.LoadBalancing;

public sealed class HttpRedirectsToHttps() : ResourceRule(
    "lb-http-redirects-to-https",
    Rank.High,
    ResourceTypes.Listener,
    "A page served in plain text can be read and changed on its way, sessions included.",
    "make the default action of the HTTP listener a redirect to HTTPS",
    "ELB.1", "ELB.18", "CKV_AWS_2", "CKV2_AWS_20", "AVD-AWS-0054")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var protocol = resource["protocol"];
        if (protocol.IsUnknown) return [Undetermined(resource, protocol)];
        if (protocol.Text != "HTTP" || !HasSecureSibling(resource, graph)) return [];
        var actions = resource["defaultActions"];
        return actions.IsUnknown
            ? [Undetermined(resource, actions)]
            : actions.Items.SelectMany(action => Check(resource, action));
    }

    private IEnumerable<Finding> Check(ResourceNode listener, PropertyValue action) => action["type"].Text == "redirect"
        ? Expect(listener, action["redirect"]["protocol"], protocol => protocol.Text == "HTTPS", "HTTPS")
        : Expect(listener, action["type"], _ => false, "redirect");

    // Without a certificate there is nothing to redirect to.
    private static bool HasSecureSibling(ResourceNode listener, ResourceGraph graph) =>
        graph.Resolve(listener, listener["loadBalancerArn"], ResourceTypes.LoadBalancer).Candidates
            .SelectMany(balancer => graph.PointingTo(balancer, ResourceTypes.LoadBalancer, ResourceTypes.Listener, "loadBalancerArn"))
            .Any(other => other["protocol"].Text is "HTTPS");
}
