namespace Infra.Policies.Containers;

/// <summary>A rule about the pods that a workload of Kubernetes starts. Of a patch it judges what that says; the rest was decided elsewhere.</summary>
/// <param name="id">Kebab-case, frozen.</param>
/// <param name="rank">How much a violation hurts.</param>
/// <param name="why">One sentence.</param>
/// <param name="fix">What to do about it.</param>
/// <param name="anchors">Ids of other tools.</param>
public abstract class PodRule(string id, Rank rank, string why, string fix, params IReadOnlyList<string> anchors)
    : ResourceRule(id, rank, [.. ResourceTypes.Workload, .. ResourceTypes.WorkloadPatch], why, fix, anchors)
{
    protected sealed override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var pod = PodTemplate.Spec(resource);
        return pod.IsUnknown ? [Undetermined(resource, pod)] : CheckPod(resource, pod);
    }

    protected abstract IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod);

    protected sealed override IEnumerable<Finding> Expect(
        ResourceNode resource, PropertyValue value, Func<PropertyValue, bool> holds, string expected, bool whenAbsent = false) =>
        base.Expect(resource, value, holds, expected, whenAbsent || ResourceTypes.WorkloadPatch.Contains(resource.Type));

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
