namespace Infra.Policies.Containers;

public sealed class NoContainerIsPrivileged() : PodRule(
    "k8s-no-privileged",
    Rank.High,
    "A privileged container is root on its node, and from there on every other one.",
    "leave securityContext.privileged false",
    "CKV_K8S_16", "KSV-0017")
{
    protected override IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod) =>
        InEach(workload, pod, container => Expect(
            workload, container["securityContext"]["privileged"], privileged => privileged.Truth is false, "false", whenAbsent: true));
}
