using Infra.Policies.Firewall;

namespace Infra.Policies.Reachability;

/// <summary>The way of a request behind a load balancer: listener, target group, and what is registered there.</summary>
/// <param name="Balancer">The load balancer.</param>
/// <param name="Listener">The listener or listener rule that forwards.</param>
/// <param name="TargetGroup">To where.</param>
/// <param name="Carrier">What carries the target's security groups: a launch template, an instance, another load balancer, a function.</param>
/// <param name="Port">Where the target listens: its own port, or that of the target group.</param>
/// <param name="IsCertain">False if one of them may be another one.</param>
public sealed record ForwardPath(
    ResourceNode Balancer, ResourceNode Listener, ResourceNode TargetGroup, ResourceNode Carrier, PropertyValue Port, bool IsCertain)
{
    private const string Mixed = "mixedInstancesPolicy.launchTemplate";

    private static readonly string[] Templates =
    [
        "launchTemplate.id", "launchTemplate.name", "launchConfiguration",
        $"{Mixed}.launchTemplateSpecification.launchTemplateId", $"{Mixed}.launchTemplateSpecification.launchTemplateName",
    ];

    private static readonly string[] Targets = [.. ResourceTypes.Instance, .. ResourceTypes.LoadBalancer, .. ResourceTypes.Function];
    private static readonly string[] Carriers = [.. ResourceTypes.LaunchTemplate, .. ResourceTypes.LaunchConfiguration];

    public static IEnumerable<ForwardPath> Of(ResourceGraph graph)
    {
        var carriers = Registrations(graph).ToLookup(entry => entry.TargetGroup, entry => (entry.Carrier, entry.Port, entry.IsCertain));
        return
            from balancer in Balancers(graph)
            from target in Forwards(balancer.Listener, graph)
            from carrier in carriers[target.Group]
            select new ForwardPath(
                balancer.Balancer, balancer.Listener, target.Group, carrier.Carrier, carrier.Port,
                balancer.IsCertain && target.IsCertain && carrier.IsCertain);
    }

    private static IEnumerable<(ResourceNode Balancer, ResourceNode Listener, bool IsCertain)> Balancers(ResourceGraph graph)
    {
        foreach (var listener in graph.OfType(ResourceTypes.Listener))
            foreach (var balancer in Each(graph.Resolve(listener, listener["loadBalancerArn"], ResourceTypes.LoadBalancer)))
                yield return (balancer.Node, listener, balancer.IsCertain);
        foreach (var rule in graph.OfType(ResourceTypes.ListenerRule))
            foreach (var listener in Each(graph.Resolve(rule, rule["listenerArn"], ResourceTypes.Listener)))
                foreach (var balancer in Each(graph.Resolve(listener.Node, listener.Node["loadBalancerArn"], ResourceTypes.LoadBalancer)))
                    yield return (balancer.Node, rule, listener.IsCertain && balancer.IsCertain);
    }

    /// <summary>The target groups to which a listener or a rule forwards.</summary>
    public static IEnumerable<(ResourceNode Group, bool IsCertain)> Forwards(ResourceNode listener, ResourceGraph graph)
    {
        var actions = PeerReader.EachOf(listener["defaultActions"]).Concat(PeerReader.EachOf(listener["actions"]));
        var written = actions.SelectMany(action => action.IsUnknown
            ? [action]
            : PeerReader.EachOf(action["forward"]["targetGroups"]).Select(group => group.IsUnknown ? group : group["arn"])
                .Append(action["targetGroupArn"]).Append(action["forward"] is { IsUnknown: true } forward ? forward : action["targetGroupArn"]));
        return written.SelectMany(value => Each(graph.Resolve(listener, value, ResourceTypes.TargetGroup))).Distinct();
    }

    private static IEnumerable<(ResourceNode TargetGroup, ResourceNode Carrier, PropertyValue Port, bool IsCertain)> Registrations(ResourceGraph graph)
    {
        foreach (var group in graph.OfType(ResourceTypes.AutoScalingGroup))
            foreach (var target in PeerReader.EachOf(group["targetGroupArns"]).SelectMany(arn => Each(graph.Resolve(group, arn, ResourceTypes.TargetGroup))))
                foreach (var carrier in LaunchedBy(group, graph))
                    yield return (target.Node, carrier.Node, target.Node["port"], target.IsCertain && carrier.IsCertain);
        foreach (var attachment in graph.OfType(ResourceTypes.AutoScalingAttachment))
            foreach (var target in Each(graph.Resolve(attachment, attachment["lbTargetGroupArn"], ResourceTypes.TargetGroup)))
                foreach (var group in Each(graph.Resolve(attachment, attachment["autoscalingGroupName"], ResourceTypes.AutoScalingGroup)))
                    foreach (var carrier in LaunchedBy(group.Node, graph))
                        yield return (target.Node, carrier.Node, target.Node["port"], target.IsCertain && group.IsCertain && carrier.IsCertain);
        foreach (var attachment in graph.OfType(ResourceTypes.TargetGroupAttachment))
            foreach (var target in Each(graph.Resolve(attachment, attachment["targetGroupArn"], ResourceTypes.TargetGroup)))
                foreach (var carrier in Each(graph.Resolve(attachment, attachment["targetId"], Targets)))
                    yield return (target.Node, carrier.Node, Given(attachment["port"], target.Node["port"]), target.IsCertain && carrier.IsCertain);
    }

    private static PropertyValue Given(PropertyValue own, PropertyValue shared) => own.IsAbsent ? shared : own;

    private static IEnumerable<(ResourceNode Node, bool IsCertain)> LaunchedBy(ResourceNode group, ResourceGraph graph) =>
        Templates.Select(path => group[path])
            .Concat(PeerReader.EachOf(group[$"{Mixed}.overrides"]).SelectMany(Specified))
            .SelectMany(template => Each(graph.Resolve(group, template, Carriers))).Distinct();

    private static PropertyValue[] Specified(PropertyValue chosen) =>
        [chosen["launchTemplateSpecification"]["launchTemplateId"], chosen["launchTemplateSpecification"]["launchTemplateName"]];

    private static IEnumerable<(ResourceNode Node, bool IsCertain)> Each(Reference reference) =>
        reference.Candidates.Select(candidate => (candidate, reference.Target is not null));
}
