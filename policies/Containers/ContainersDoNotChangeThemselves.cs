namespace Infra.Policies.Containers;

public sealed class ContainersDoNotChangeThemselves() : PodRule(
    "k8s-read-only-root",
    Rank.Medium,
    "An intruder who may write next to the program replaces it.",
    "set securityContext.readOnlyRootFilesystem to true and mount emptyDir where files are written",
    "CKV_K8S_22", "KSV-0014")
{
    protected override IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod) =>
        InEach(workload, pod, container => ExpectTrue(workload, container["securityContext"]["readOnlyRootFilesystem"]));
}
