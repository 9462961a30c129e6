namespace Infra.Policies.Containers;

public sealed class ImagesArePinned() : PodRule(
    "k8s-image-pinned",
    Rank.Medium,
    "The tag latest is another program on every node, and nobody can go back to what ran before.",
    "name the image by its digest, or by a tag that is never moved",
    "CKV_K8S_14", "CKV_K8S_43", "KSV-0013")
{
    protected override IEnumerable<Finding> CheckPod(ResourceNode workload, PropertyValue pod)
    {
        return InEach(workload, pod, container => Expect(
            workload, container["image"], image => IsPinned(image.Text ?? ""), "an image with a digest or a version"));

        // What follows the last slash may have a tag; before it, a colon begins a port.
        static bool IsPinned(string image) => image.Contains("@sha256:", StringComparison.Ordinal)
            || (image[(image.LastIndexOf('/') + 1)..].Split(':') is [_, var tag] && tag is not ("latest" or ""));
    }
}
