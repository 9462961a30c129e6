namespace Infra.Policies.Deployment;

public sealed class ListenerRulesHavePrioritiesOfTheirOwn() : DeploymentRule(
    "deploy-listener-priority",
    Rank.High,
    ResourceTypes.ListenerRule,
    "AWS refuses a second rule with the same priority on a listener, which of the two depends on the day.",
    "give each rule of a listener a priority of its own",
    "Elastic Load Balancing API Reference, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var (priority, listener) = (resource["priority"], graph.Resolve(resource, resource["listenerArn"], ResourceTypes.Listener).Target);
        if (priority.IsUnknown) return [Undetermined(resource, priority)];
        if (priority.IsAbsent || listener is null)
            return resource["listenerArn"].IsUnknown && listener is null ? [Undetermined(resource, resource["listenerArn"])] : [];
        var others = graph.PointingTo(listener, ResourceTypes.Listener, ResourceTypes.ListenerRule, "listenerArn").Where(other => other != resource).ToList();
        if (others.Find(other => other["priority"].Number == priority.Number
            && graph.Resolve(other, other["listenerArn"], ResourceTypes.Listener).Target == listener) is { } same)
            return [Fail(resource, priority.Path, $"priority {priority} is also that of {same.Name}")];
        return [];
    }
}
