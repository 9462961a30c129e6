namespace Infra.Policies.Containers;

public sealed class ContainersSayWhatTheyNeed() : PodRule(
    "k8s-requests-and-memory-limit",
    Rank.High,
    "Without requests the scheduler packs a node too full, and without a limit one leak of memory takes its neighbours down.",
    "set resources.requests with cpu and memory, and resources.limits.memory",
    "CKV_K8S_10", "CKV_K8S_11", "CKV_K8S_12", "CKV_K8S_13", "KSV-0011", "KSV-0015", "KSV-0016", "KSV-0018")
{
    protected override IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod)
    {
        return InEach(workload, pod, container => Needs(container["resources"]));

        IEnumerable<Finding> Needs(PropertyValue resources) =>
        [
            .. Expect(workload, resources["requests"]["cpu"], amount => amount.Text is { Length: > 0 }, "an amount"),
            .. Expect(workload, resources["requests"]["memory"], amount => amount.Text is { Length: > 0 }, "an amount"),
            .. Expect(workload, resources["limits"]["memory"], amount => amount.Text is { Length: > 0 }, "an amount"),
        ];
    }
}
