namespace Infra.Policies.Containers;

public sealed class ContainersAreNotRoot() : PodRule(
    "k8s-run-as-non-root",
    Rank.Medium,
    "What breaks out of a container keeps the user that it had inside.",
    "set securityContext.runAsNonRoot to true",
    "CKV_K8S_23", "CKV_K8S_40", "KSV-0012")
{
    protected override IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod) =>
        InEach(workload, pod, container => ExpectTrue(workload, Setting(pod, container, "runAsNonRoot")));
}
