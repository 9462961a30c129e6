namespace Infra.Policies.Containers;

public sealed class ContainersAskForFewSystemCalls() : PodRule(
    "k8s-seccomp-runtime-default",
    Rank.Medium,
    "Most flaws of the kernel are in system calls that no web application makes.",
    "set securityContext.seccompProfile.type to RuntimeDefault",
    "CKV_K8S_31", "KSV-0030")
{
    protected override IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod) =>
        InEach(workload, pod, container => Expect(
            workload, Setting(pod, container, "seccompProfile")["type"], type => type.Text is "RuntimeDefault" or "Localhost", "RuntimeDefault"));
}
