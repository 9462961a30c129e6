namespace Infra.Policies.Containers;

/// <summary>A rule about the pods that a workload of Kubernetes starts.</summary>
/// <param name="id">Kebab-case, frozen.</param>
/// <param name="rank">How much a violation hurts.</param>
/// <param name="why">One sentence.</param>
/// <param name="fix">What to do about it.</param>
/// <param name="anchors">Ids of other tools.</param>
public abstract class PodRule(string id, Rank rank, string why, string fix, params IReadOnlyList<string> anchors)
    : ResourceRule(id, rank, ResourceTypes.Workload, why, fix, anchors)
{
    protected sealed override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var spec = resource["spec"];
        var pod = (spec["jobTemplate"].IsAbsent ? spec : spec["jobTemplate"]["spec"])["template"]["spec"];
        return pod.IsUnknown ? [Undetermined(resource, pod)] : CheckPod(resource, pod);
    }

    protected abstract IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod);

    /// <summary>What is found in each of the pod's containers, those that run before the others included.</summary>
    protected IEnumerable<Finding> InEach(ResourceNode workload, PropertyValue pod, Func<PropertyValue, IEnumerable<Finding>> check)
    {
        PropertyValue[] lists = [pod["containers"], pod["initContainers"]];
        return lists.SelectMany(list => list.IsUnknown
            ? [Undetermined(workload, list)]
            : list.Items.SelectMany(container => container.IsUnknown ? [Undetermined(workload, container)] : check(container)));
    }

    /// <summary>A setting of a container's security context; the pod's, where the container says nothing.</summary>
    protected static PropertyValue Setting(PropertyValue pod, PropertyValue container, string name)
    {
        var own = container["securityContext"][name];
        return own.IsAbsent ? pod["securityContext"][name] : own;
    }
}
