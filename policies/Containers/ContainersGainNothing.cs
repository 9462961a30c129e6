namespace Infra.Policies.Containers;

public sealed class ContainersGainNothing() : PodRule(
    "k8s-no-privilege-escalation",
    Rank.Medium,
    "A program with the setuid bit makes a plain user root again.",
    "set securityContext.allowPrivilegeEscalation to false",
    "CKV_K8S_20", "KSV-0001")
{
    protected override IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod) =>
        InEach(workload, pod, container => Expect(workload, container["securityContext"]["allowPrivilegeEscalation"], gains => gains.Truth is false, "false"));
}
