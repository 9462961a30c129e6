namespace Infra.Policies.Containers;

public sealed class PodsStayOutOfTheNode() : PodRule(
    "k8s-no-host-namespaces",
    Rank.High,
    "In the node's namespaces a pod sees every process and every connection of its neighbours.",
    "leave hostNetwork, hostPID and hostIPC false",
    "CKV_K8S_17", "CKV_K8S_18", "CKV_K8S_19", "KSV-0008", "KSV-0009", "KSV-0010")
{
    protected override IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod)
    {
        string[] namespaces = ["hostNetwork", "hostPID", "hostIPC"];
        return namespaces.SelectMany(name => Expect(workload, pod[name], shared => shared.Truth is false, "false", whenAbsent: true));
    }
}
