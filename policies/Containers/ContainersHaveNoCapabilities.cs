namespace Infra.Policies.Containers;

public sealed class ContainersHaveNoCapabilities() : PodRule(
    "k8s-drop-all-capabilities",
    Rank.Medium,
    "The capabilities of a default container are enough to forge packets and to take over files.",
    "set securityContext.capabilities.drop to [ALL] and add back what is needed",
    "CKV_K8S_37", "KSV-0003", "KSV-0106")
{
    protected override IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod) =>
        InEach(workload, pod, container => Expect(
            workload, container["securityContext"]["capabilities"]["drop"], dropped => dropped.Items.Any(name => name.Text == "ALL"), "a list with ALL"));
}
