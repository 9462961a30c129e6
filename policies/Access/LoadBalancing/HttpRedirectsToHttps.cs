namespace Infra.Policies.LoadBalancing;

public sealed class HttpRedirectsToHttps() : ResourceRule(
    "lb-http-redirects-to-https",
    Rank.High,
    [.. ResourceTypes.Listener, .. ResourceTypes.ListenerRule],
    "A page served in plain text can be read and changed on its way, sessions included.",
    "redirect to HTTPS in the default action of the HTTP listener and in its rules; where there is no HTTPS listener, add one with a certificate",
    "ELB.1", "ELB.18", "CKV_AWS_2", "CKV2_AWS_20", "AVD-AWS-0054")
{
    public override IReadOnlyList<string> Types => [.. base.Types, .. ResourceTypes.LoadBalancer];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => ResourceTypes.Listener.Contains(resource.Type)
        ? CheckListener(resource, graph)
        : CheckRule(resource, graph);

    private List<Finding> CheckListener(ResourceNode listener, ResourceGraph graph)
    {
        var served = Each(listener, listener["defaultActions"], action => Check(listener, action)).ToList();
        if (served.Count == 0 || IsPlain(listener, graph) is not { } plain)
            return served.Count == 0 ? [] : [Undetermined(listener, Doubt(listener), "whether it must redirect is not known before the deployment")];
        return plain ? served : [];
    }

    private List<Finding> CheckRule(ResourceNode rule, ResourceGraph graph)
    {
        // An answer that is written in the rule holds no session.
        var served = Each(rule, rule["actions"], action => action["type"].Text == "fixed-response" ? [] : Check(rule, action)).ToList();
        var listeners = graph.Resolve(rule, rule["listenerArn"], ResourceTypes.Listener).Candidates;
        var plain = listeners.Select(listener => IsPlain(listener, graph)).ToList();
        if (served.Count == 0 || (plain.Count > 0 && plain.TrueForAll(each => each is false))) return [];
        return plain.Count > 0 && plain.TrueForAll(each => each is true)
            ? served
            : [Undetermined(rule, "listenerArn", "whether its listener must redirect is not known before the deployment")];
    }

    private IEnumerable<Finding> Each(ResourceNode resource, PropertyValue actions, Func<PropertyValue, IEnumerable<Finding>> check) =>
        actions.IsUnknown ? [Undetermined(resource, actions)] : actions.Items.SelectMany(check);

    private IEnumerable<Finding> Check(ResourceNode resource, PropertyValue action) => action["type"].Text == "redirect"
        ? Expect(resource, action["redirect"]["protocol"], protocol => protocol.Text == "HTTPS", "HTTPS")
        : Expect(resource, action["type"], _ => false, "redirect");

    private static string Doubt(ResourceNode listener) => listener["protocol"].IsUnknown ? "protocol" : "loadBalancerArn";

    // Inside the network, without a certificate, there is nothing to redirect to.
    private static bool? IsPlain(ResourceNode listener, ResourceGraph graph)
    {
        var protocol = listener["protocol"];
        if (protocol is { IsAbsent: false, IsUnknown: false, Text: not "HTTP" }) return false;
        var balancers = graph.Resolve(listener, listener["loadBalancerArn"], ResourceTypes.LoadBalancer).Candidates;
        var demanding = balancers.Select(balancer => And(
            protocol.IsAbsent ? SpeaksHttp(balancer) : true,
            Or(IsPublic(balancer), HasSecureSibling(listener, balancer, graph)))).ToList();
        if (demanding.Count > 0 && demanding.TrueForAll(each => each is false)) return false;
        return demanding.Count > 0 && demanding.TrueForAll(each => each is true) && !protocol.IsUnknown ? true : null;
    }

    // Left out, the protocol of an application load balancer is HTTP; a gateway one has none (aws_lb_listener of the provider, 2026-11).
    private static bool? SpeaksHttp(ResourceNode balancer) =>
        balancer["loadBalancerType"] is { IsUnknown: true } ? null : balancer["loadBalancerType"].Text is not ("gateway" or "network");

    private static bool? IsPublic(ResourceNode balancer) => balancer["internal"] is { IsUnknown: true } ? null : balancer["internal"].Truth is not true;

    private static bool? HasSecureSibling(ResourceNode listener, ResourceNode balancer, ResourceGraph graph) => graph
        .PointingTo(balancer, ResourceTypes.LoadBalancer, ResourceTypes.Listener, "loadBalancerArn")
        .Where(other => other != listener)
        .Aggregate((bool?)false, (found, other) => Or(found, IsSecure(other, graph)));

    private static bool? IsSecure(ResourceNode other, ResourceGraph graph)
    {
        if (other["protocol"] is { IsUnknown: false, Text: not "HTTPS" }) return false;
        var isCertain = other["protocol"].IsKnown && graph.Resolve(other, other["loadBalancerArn"], ResourceTypes.LoadBalancer).Target is not null;
        return isCertain ? true : null;
    }

    private static bool? And(bool? one, bool? other) => one is false || other is false ? false : one is null || other is null ? null : true;

    private static bool? Or(bool? one, bool? other) => one is true || other is true ? true : one is null || other is null ? null : false;
}
